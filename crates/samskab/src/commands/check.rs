//! `samskab check`
use crate::fail::Fail;
use crate::settings::Data;
use samskab_app::{journal, municipality};

pub async fn run(data: &Data) -> Result<(), Fail> {
    let desk = data.open().await?;
    for municipality in municipality::list(&desk).await? {
        let fault = journal::check(&desk, municipality.id)
            .await
            .map_err(|e| Fail::failure("the journal cannot be read", e))?;
        if let Some(fault) = fault {
            let line = format!("{}: the journal is not whole: {fault:?}", municipality.slug);
            return Err(Fail::Failure(line));
        }
        println!("{}: the journal is whole", municipality.slug);
    }
    Ok(())
}
