//! What everyone may read of a document.
use crate::Object;
use serde_json::Value;

/// Takes out what names a person: the names of contacts, for whose attention an address is, who
/// changed a record. The role to ask for stays.
pub fn for_everyone(mut doc: Object) -> Object {
    strip(&mut doc, "");
    doc
}

fn strip(object: &mut Object, within: &str) {
    object.remove("metadata");
    match within {
        "contacts" => drop(object.remove("name")),
        "addresses" => drop(object.remove("attention")),
        _ => {}
    }
    for (name, value) in object.iter_mut() {
        match value {
            Value::Object(inner) => strip(inner, name),
            Value::Array(list) => {
                for inner in list.iter_mut().filter_map(Value::as_object_mut) {
                    strip(inner, name);
                }
            }
            _ => {}
        }
    }
}
