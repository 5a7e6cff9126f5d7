//! The official schemas, read strictly: what they do not name may not stand there.
use jsonschema::Validator;
use samskab_hsds::openapi::SCHEMAS;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub struct Schemas(BTreeMap<String, Validator>);

impl Schemas {
    pub fn strict() -> Self {
        let mut all: BTreeMap<String, Value> = SCHEMAS
            .iter()
            .map(|(name, text)| ((*name).to_owned(), serde_json::from_str(text).unwrap()))
            .collect();
        // The compiled schemas of the API turn two of them around.
        let turned =
            |all: &mut BTreeMap<String, Value>, name: &str, property: &str, schema: Value| {
                all.get_mut(name).unwrap()["properties"][property] = schema;
            };
        turned(
            &mut all,
            "service_at_location",
            "service",
            json!({ "$ref": "service.json" }),
        );
        let services = json!({ "type": "array", "items": { "$ref": "service.json" } });
        turned(&mut all, "organization", "services", services);
        for schema in all.values_mut() {
            schema["additionalProperties"] = false.into();
            inside(schema);
        }
        let validator = |name: &String| {
            let schema = json!({ "$ref": format!("#/$defs/{name}"), "$defs": all });
            let validator = jsonschema::options()
                .should_validate_formats(true)
                .build(&schema)
                .unwrap();
            (name.clone(), validator)
        };
        Self(all.keys().map(validator).collect())
    }

    /// Stops the test where `thing` does not hold, or has a property with nothing in it.
    pub fn hold(&self, name: &str, thing: &Value) {
        let faults: Vec<String> = self.0[name]
            .iter_errors(thing)
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{name}: {faults:#?} in {thing:#}");
        filled(thing);
    }
}

fn inside(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if let Some(Value::String(reference)) = object.get_mut("$ref") {
                *reference = format!("#/$defs/{}", reference.trim_end_matches(".json"));
            }
            object.values_mut().for_each(inside);
        }
        Value::Array(list) => list.iter_mut().for_each(inside),
        _ => {}
    }
}

fn filled(value: &Value) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                let empty =
                    value.is_null() || value == "" || *value == json!([]) || *value == json!({});
                assert!(!empty, "{name} is empty");
                filled(value);
            }
        }
        Value::Array(list) => list.iter().for_each(filled),
        _ => {}
    }
}
