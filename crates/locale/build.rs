//! Makes a typed function of every message in `locales/`. A message one language lacks gets no
//! function, so that using it does not compile.
use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};
use std::process::ExitCode;

fn main() -> ExitCode {
    let out = std::env::var("OUT_DIR").unwrap_or_default();
    for bundle in ["public", "staff"] {
        let options = BuildOptions::default()
            .with_locales_folder(&format!("../../locales/{bundle}"))
            .with_output_file_path(&format!("{out}/{bundle}.rs"))
            .with_ftl_output(FtlOutputOptions::single_file(&format!(
                "{out}/{bundle}.ftl"
            )))
            .with_default_language("en")
            .with_prefix("")
            .with_lint_level(LintLevel::Deny)
            .without_bidi_isolation()
            .without_format();
        let done = build_from_locales_folder(options);
        if done != ExitCode::SUCCESS {
            return done;
        }
    }
    ExitCode::SUCCESS
}
