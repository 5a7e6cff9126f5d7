//! Says in one clear line what is missing when the styles have not been built.
fn main() {
    println!("cargo::rerun-if-changed=../../assets/dist");
    if !std::path::Path::new("../../assets/dist/style.css").exists() {
        println!(
            "cargo::error=The styles are not built yet: run `make build` once, or `npm ci && npm run build` in assets/."
        );
    }
}
