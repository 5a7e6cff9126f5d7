//! Files off the disk.
use crate::fail::Fail;
use samskab_app::import::{Broken, FILE_MAX, Fault, File, hsds};
use samskab_locale::Texts;
use std::path::Path;

/// How a file is read.
pub type Read = fn(&Path, &Texts) -> Result<File, Fail>;

pub fn observations(path: &Path, t: &Texts) -> Result<File, Fail> {
    File::observations(&bytes(path, t)?).map_err(|why| broken(&why, t))
}

pub fn offers(path: &Path, t: &Texts) -> Result<File, Fail> {
    File::rows(&bytes(path, t)?).map_err(|why| broken(&why, t))
}

/// A JSON file, or a folder with tables.
pub fn hsds(path: &Path, t: &Texts) -> Result<File, Fail> {
    let read = if path.is_dir() {
        let files = tables(path)?;
        hsds::read_tables(files.iter().map(|(n, c)| (n.as_str(), c.as_str())))
    } else {
        hsds::read_json(&bytes(path, t)?)
    };
    read.map(File::Services)
        .map_err(|why| broken(&why.into(), t))
}

fn broken(why: &Broken, t: &Texts) -> Fail {
    Fail::Usage(why.sentence(t))
}

fn cannot(path: &Path, error: &std::io::Error) -> Fail {
    Fail::Usage(format!("{} cannot be read: {error}", path.display()))
}

fn tables(folder: &Path) -> Result<Vec<(String, String)>, Fail> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|e| cannot(folder, &e))? {
        let file = entry.map_err(|e| cannot(folder, &e))?.path();
        if file.extension().is_some_and(|e| e == "csv") {
            let name = file
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            files.push((
                name,
                std::fs::read_to_string(&file).map_err(|e| cannot(&file, &e))?,
            ));
        }
    }
    Ok(files)
}

fn bytes(file: &Path, t: &Texts) -> Result<Vec<u8>, Fail> {
    let length = std::fs::metadata(file).map_err(|e| cannot(file, &e))?.len();
    if usize::try_from(length).map_or(true, |length| length > FILE_MAX) {
        let fault = Fault::TooLarge { max: FILE_MAX };
        return Err(Fail::Usage(fault.sentence(t)));
    }
    std::fs::read(file).map_err(|e| cannot(file, &e))
}
