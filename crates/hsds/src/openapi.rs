//! The official description of the API, with the schemas inside it, what the profile adds, and how
//! it says no.
use serde_json::{Value, json};

const OFFICIAL: &str = include_str!("../schema/openapi.json");

macro_rules! schemas {
    ($($name:literal),+ $(,)?) => { &[$(($name, include_str!(concat!("../schema/", $name, ".json")))),+] };
}

/// The official schema of each object, by its name.
pub const SCHEMAS: &[(&str, &str)] = schemas![
    "accessibility",
    "address",
    "attribute",
    "contact",
    "cost_option",
    "funding",
    "language",
    "location",
    "meta_table_description",
    "metadata",
    "organization",
    "organization_identifier",
    "phone",
    "program",
    "required_document",
    "schedule",
    "service",
    "service_area",
    "service_at_location",
    "service_capacity",
    "taxonomy",
    "taxonomy_term",
    "unit",
    "url",
];

/// The document for an API that is called `title` and served at `address`.
pub fn document(title: &str, address: &str) -> Value {
    let mut document: Value = serde_json::from_str(OFFICIAL).unwrap_or_default();
    document["info"] = json!({ "title": title, "version": crate::VERSION });
    document["servers"] = json!([{ "url": address }]);
    document["components"]["responses"] = problems();
    for (name, schema) in SCHEMAS {
        let schema: Value = serde_json::from_str(schema).unwrap_or_default();
        document["components"]["schemas"][*name] = schema;
    }
    inside(&mut document);
    if let Some(paths) = document["paths"].as_object_mut() {
        for (path, operations) in paths {
            say_no(path, operations);
        }
    }
    document
}

fn problems() -> Value {
    let schema = json!({
        "type": "object",
        "required": ["title", "status"],
        "properties": {
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "errors": { "type": "array", "items": { "type": "object" } },
        },
    });
    let problem = |description: &str| {
        json!({
            "description": description,
            "content": { "application/problem+json": { "schema": schema.clone() } },
        })
    };
    json!({
        "BadRequest": problem("A parameter that cannot be read; `errors` names it (RFC 9457)."),
        "NotFound": problem("There is nothing of that id, or nothing that is published."),
        "TooMany": problem("Too many questions in a minute; ask again after the time in `Retry-After`."),
    })
}

/// Lets every operation say no, asks for ids as ids are, and adds what the profile for the United
/// Kingdom asks by.
fn say_no(path: &str, operations: &mut Value) {
    let Some(operations) = operations.as_object_mut() else {
        return;
    };
    for (name, operation) in operations {
        if name == "parameters" {
            continue;
        }
        let reference = |name: &str| json!({ "$ref": format!("#/components/responses/{name}") });
        operation["responses"]["400"] = reference("BadRequest");
        operation["responses"]["429"] = reference("TooMany");
        if path.ends_with("{id}") {
            operation["responses"]["404"] = reference("NotFound");
        }
        let by_time = path == "/services" || path == "/service_at_locations";
        let parameters = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut);
        if let Some(parameters) = parameters.filter(|_| by_time) {
            parameters.extend(of_the_united_kingdom(path));
        }
    }
}

fn of_the_united_kingdom(path: &str) -> Vec<Value> {
    let one = |name: &str, schema: Value| json!({ "name": name, "in": "query", "required": false, "schema": schema });
    let mut more = vec![
        one("minimum_age", json!({ "type": "integer" })),
        one("maximum_age", json!({ "type": "integer" })),
        one(
            "start_time",
            json!({ "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$" }),
        ),
        one(
            "end_time",
            json!({ "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$" }),
        ),
        one(
            "day",
            json!({ "type": "string", "enum": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] }),
        ),
    ];
    if path == "/services" {
        more.push(json!({ "$ref": "#/components/parameters/postcode" }));
        more.push(json!({ "$ref": "#/components/parameters/proximity" }));
    }
    more
}

/// References to schemas elsewhere become references to those inside. `proximity` is a number of
/// metres and `modified_after` a moment, which the official document says in words alone.
fn inside(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if let Some(Value::String(reference)) = object.get_mut("$ref")
                && let Some(name) = schema_of(reference)
            {
                *reference = format!("#/components/schemas/{name}");
            }
            let name = object
                .get("name")
                .and_then(Value::as_str)
                .map(str::to_owned);
            let query = object.get("in").and_then(Value::as_str) == Some("query");
            match name.as_deref().filter(|_| query) {
                Some("proximity") => {
                    drop(object.insert("schema".to_owned(), json!({ "type": "integer" })))
                }
                Some("modified_after") => {
                    let moment = json!({ "type": "string", "format": "date-time" });
                    drop(object.insert("schema".to_owned(), moment));
                }
                _ => {}
            }
            object.values_mut().for_each(inside);
        }
        Value::Array(list) => list.iter_mut().for_each(inside),
        _ => {}
    }
}

/// The name of the schema a reference leads to; none where it stays within the document.
fn schema_of(reference: &str) -> Option<&str> {
    let file = reference
        .rsplit('/')
        .next()
        .filter(|_| !reference.starts_with('#'))?;
    let name = file.strip_suffix(".json")?;
    Some(name.strip_suffix("_list").unwrap_or(name))
}
