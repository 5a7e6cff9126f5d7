//! Files as services, organisations and the rest.
use samskab_hsds::Object;
use samskab_hsds::package::{Broken, Package, read_csv};
use serde_json::{Value, json};

/// Everything that came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incoming {
    /// Nested services.
    pub services: Vec<Object>,
    /// Nested organisations; those inside services need not be here.
    pub organizations: Vec<Object>,
    /// Rows that are neither.
    pub rest: Package,
}

/// Why nothing of it can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not JSON, or nothing in it that the standard knows.
    NotHsds,
    /// A table that is no table.
    Table(Broken),
}

/// Reads a page of a list, a list, one thing, a line for each thing, or what an export wrote.
///
/// # Errors
/// When nothing of it is of the standard.
pub fn read_json(bytes: &[u8]) -> Result<Incoming, Unreadable> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut incoming = Incoming::default();
    for value in serde_json::Deserializer::from_slice(bytes).into_iter::<Value>() {
        incoming.add(value.map_err(|_| Unreadable::NotHsds)?);
    }
    if incoming == Incoming::default() {
        return Err(Unreadable::NotHsds);
    }
    Ok(incoming)
}

/// Reads the tables of a package: name and content of each file.
///
/// # Errors
/// The first table that is none.
pub fn read_tables<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Incoming, Unreadable> {
    let package = read_csv(files).map_err(Unreadable::Table)?;
    if package.0.is_empty() {
        return Err(Unreadable::NotHsds);
    }
    Ok(Incoming::of_tables(package))
}

impl Incoming {
    fn of_tables(package: Package) -> Self {
        let services = package.services();
        let organizations = package.nested("organizations");
        let mut said = Package::of_services(&services);
        for organization in &organizations {
            said.add("organizations", organization, &[]);
        }
        Self {
            rest: package.beyond(&said),
            services,
            organizations,
        }
    }

    fn add(&mut self, value: Value) {
        match value {
            Value::Array(list) => list.into_iter().for_each(|value| self.add(value)),
            Value::Object(object) => self.add_object(object),
            _ => {}
        }
    }

    fn add_object(&mut self, mut object: Object) {
        let lists = ["contents", "services", "organizations", "tables"];
        if !object.contains_key("id") && lists.iter().any(|list| object.contains_key(*list)) {
            for list in ["contents", "organizations", "services"] {
                self.add(object.remove(list).unwrap_or_default());
            }
            if let Some(Value::Object(tables)) = object.remove("tables") {
                self.add_tables(tables);
            }
            return;
        }
        let has = |name: &str| object.contains_key(name);
        if has("service") {
            self.services.extend(turned(object));
        } else if has("status") {
            self.services.push(object);
        } else if has("location_type") {
            self.rest.add("locations", &object, &[]);
        } else if ["taxonomy", "taxonomy_id", "taxonomy_detail", "term_uri"]
            .iter()
            .any(|n| has(n))
        {
            self.rest.add("taxonomy_terms", &object, &[]);
        } else if has("version") {
            self.rest.add("taxonomies", &object, &[]);
        } else if has("name") {
            self.add_organization(object);
        }
    }

    fn add_organization(&mut self, mut organization: Object) {
        let services = organization.remove("services");
        for service in services
            .as_ref()
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            if let Some(mut service) = service.as_object().cloned() {
                let own = Value::Object(organization.clone());
                service.entry("organization").or_insert(own);
                self.services.push(service);
            }
        }
        self.organizations.push(organization);
    }

    fn add_tables(&mut self, tables: Object) {
        for (name, rows) in tables {
            let rows = rows.as_array().cloned().unwrap_or_default();
            let rows = rows.into_iter().filter_map(object);
            self.rest.0.entry(name).or_default().extend(rows);
        }
    }

    /// What a document of ours holds.
    pub(in crate::import) fn read(mut document: Value) -> Self {
        let mut taken = |name: &str| document.get_mut(name).map(Value::take).unwrap_or_default();
        let objects = |list: Value| match list {
            Value::Array(list) => list.into_iter().filter_map(object).collect(),
            _ => vec![],
        };
        let mut incoming = Self {
            services: objects(taken("services")),
            organizations: objects(taken("organizations")),
            ..Self::default()
        };
        incoming.add_tables(object(taken("tables")).unwrap_or_default());
        incoming
    }

    /// As one document, to be given away.
    pub fn document(&self) -> Value {
        json!({
            "services": self.services,
            "organizations": self.organizations,
            "tables": self.rest.0,
        })
    }

    /// The same without the services.
    pub(in crate::import) fn beside_services(&self) -> Value {
        json!({ "organizations": self.organizations, "tables": self.rest.0 })
    }
}

fn object(value: Value) -> Option<Object> {
    match value {
        Value::Object(object) => Some(object),
        _ => None,
    }
}

/// A service at a location as a service with that location.
fn turned(mut place: Object) -> Option<Object> {
    let Some(Value::Object(mut service)) = place.remove("service") else {
        return None;
    };
    service.insert(
        "service_at_locations".to_owned(),
        Value::Array(vec![Value::Object(place)]),
    );
    Some(service)
}
