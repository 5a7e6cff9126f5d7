//! Which tables there are, what stands in them, and what hangs on what.

/// A list of rows that hang on one row of `parent` by `key`.
#[derive(Clone, Copy)]
pub(super) struct Many {
    pub parent: &'static str,
    pub property: &'static str,
    pub table: &'static str,
    pub key: &'static str,
}

/// One row that a row of `table` points at by `key`.
pub(super) struct One {
    pub table: &'static str,
    pub property: &'static str,
    pub target: &'static str,
    pub key: &'static str,
}

const fn many(
    parent: &'static str,
    property: &'static str,
    table: &'static str,
    key: &'static str,
) -> Many {
    Many {
        parent,
        property,
        table,
        key,
    }
}

const fn one(
    table: &'static str,
    property: &'static str,
    target: &'static str,
    key: &'static str,
) -> One {
    One {
        table,
        property,
        target,
        key,
    }
}

/// What hangs on a row by a key that names its parent.
const NAMED: &[Many] = &[
    many("services", "phones", "phones", "service_id"),
    many("organizations", "phones", "phones", "organization_id"),
    many("locations", "phones", "phones", "location_id"),
    many("contacts", "phones", "phones", "contact_id"),
    many(
        "service_at_location",
        "phones",
        "phones",
        "service_at_location_id",
    ),
    many("services", "contacts", "contacts", "service_id"),
    many("organizations", "contacts", "contacts", "organization_id"),
    many("locations", "contacts", "contacts", "location_id"),
    many(
        "service_at_location",
        "contacts",
        "contacts",
        "service_at_location_id",
    ),
    many("services", "schedules", "schedules", "service_id"),
    many("locations", "schedules", "schedules", "location_id"),
    many(
        "service_at_location",
        "schedules",
        "schedules",
        "service_at_location_id",
    ),
    many("services", "languages", "languages", "service_id"),
    many("locations", "languages", "languages", "location_id"),
    many("phones", "languages", "languages", "phone_id"),
    many("services", "service_areas", "service_areas", "service_id"),
    many(
        "service_at_location",
        "service_areas",
        "service_areas",
        "service_at_location_id",
    ),
    many("services", "funding", "funding", "service_id"),
    many("organizations", "funding", "funding", "organization_id"),
    many(
        "services",
        "service_at_locations",
        "service_at_location",
        "service_id",
    ),
    many(
        "services",
        "required_documents",
        "required_documents",
        "service_id",
    ),
    many("services", "cost_options", "cost_options", "service_id"),
    many("services", "capacities", "service_capacity", "service_id"),
    many("services", "additional_urls", "url", "service_id"),
    many(
        "organizations",
        "additional_websites",
        "url",
        "organization_id",
    ),
    many("organizations", "programs", "programs", "organization_id"),
    many("organizations", "locations", "locations", "organization_id"),
    many(
        "organizations",
        "organization_identifiers",
        "organization_identifiers",
        "organization_id",
    ),
    many("locations", "addresses", "addresses", "location_id"),
    many("locations", "accessibility", "accessibility", "location_id"),
];

/// Tables whose rows may have words of taxonomies and a history of their own.
const DESCRIBED: &[&str] = &[
    "organizations",
    "programs",
    "services",
    "service_at_location",
    "locations",
    "addresses",
    "phones",
    "contacts",
    "schedules",
    "service_areas",
    "languages",
    "accessibility",
    "cost_options",
    "funding",
    "required_documents",
    "service_capacity",
    "units",
    "url",
    "organization_identifiers",
];

/// Tables whose rows have a history alone.
const TRACED: &[&str] = &[
    "attributes",
    "taxonomies",
    "taxonomy_terms",
    "meta_table_descriptions",
];

/// All lists that hang on rows.
pub(super) fn lists() -> impl Iterator<Item = Many> {
    let attributes = |parent: &&'static str| many(parent, "attributes", "attributes", "link_id");
    let metadata = |parent: &&'static str| many(parent, "metadata", "metadata", "resource_id");
    let described = DESCRIBED.iter().map(attributes);
    let traced = DESCRIBED.iter().chain(TRACED).map(metadata);
    NAMED.iter().copied().chain(described).chain(traced)
}

pub(super) const ONE: &[One] = &[
    one(
        "services",
        "organization",
        "organizations",
        "organization_id",
    ),
    one("services", "program", "programs", "program_id"),
    one(
        "service_at_location",
        "location",
        "locations",
        "location_id",
    ),
    one("service_capacity", "unit", "units", "unit_id"),
    one(
        "attributes",
        "taxonomy_term",
        "taxonomy_terms",
        "taxonomy_term_id",
    ),
    one(
        "taxonomy_terms",
        "taxonomy_detail",
        "taxonomies",
        "taxonomy_id",
    ),
];

/// Each table with its columns, as the tabular package has them.
pub(super) const COLUMNS: &[(&str, &[&str])] = &[
    (
        "organizations",
        &[
            "id",
            "name",
            "alternate_name",
            "description",
            "email",
            "website",
            "tax_status",
            "tax_id",
            "year_incorporated",
            "legal_status",
            "logo",
            "uri",
            "parent_organization_id",
        ],
    ),
    (
        "programs",
        &[
            "id",
            "organization_id",
            "name",
            "alternate_name",
            "description",
        ],
    ),
    (
        "services",
        &[
            "id",
            "organization_id",
            "program_id",
            "name",
            "alternate_name",
            "description",
            "url",
            "email",
            "status",
            "interpretation_services",
            "application_process",
            "fees_description",
            "wait_time",
            "fees",
            "accreditations",
            "eligibility_description",
            "minimum_age",
            "maximum_age",
            "assured_date",
            "assurer_email",
            "licenses",
            "alert",
            "last_modified",
        ],
    ),
    (
        "service_at_location",
        &["id", "service_id", "location_id", "description"],
    ),
    (
        "locations",
        &[
            "id",
            "location_type",
            "url",
            "organization_id",
            "name",
            "alternate_name",
            "description",
            "transportation",
            "latitude",
            "longitude",
            "external_identifier",
            "external_identifier_type",
        ],
    ),
    (
        "addresses",
        &[
            "id",
            "location_id",
            "attention",
            "address_1",
            "address_2",
            "city",
            "region",
            "state_province",
            "postal_code",
            "country",
            "address_type",
        ],
    ),
    (
        "phones",
        &[
            "id",
            "location_id",
            "service_id",
            "organization_id",
            "contact_id",
            "service_at_location_id",
            "number",
            "extension",
            "type",
            "description",
        ],
    ),
    (
        "contacts",
        &[
            "id",
            "organization_id",
            "service_id",
            "service_at_location_id",
            "location_id",
            "name",
            "title",
            "department",
            "email",
        ],
    ),
    (
        "schedules",
        &[
            "id",
            "service_id",
            "location_id",
            "service_at_location_id",
            "valid_from",
            "valid_to",
            "dtstart",
            "timezone",
            "until",
            "count",
            "wkst",
            "freq",
            "interval",
            "byday",
            "byweekno",
            "bymonthday",
            "byyearday",
            "description",
            "opens_at",
            "closes_at",
            "schedule_link",
            "attending_type",
            "notes",
        ],
    ),
    (
        "service_areas",
        &[
            "id",
            "service_id",
            "service_at_location_id",
            "name",
            "description",
            "extent",
            "extent_type",
            "uri",
        ],
    ),
    (
        "languages",
        &[
            "id",
            "service_id",
            "location_id",
            "phone_id",
            "name",
            "code",
            "note",
        ],
    ),
    (
        "accessibility",
        &["id", "location_id", "description", "details", "url"],
    ),
    (
        "cost_options",
        &[
            "id",
            "service_id",
            "valid_from",
            "valid_to",
            "option",
            "currency",
            "amount",
            "amount_description",
        ],
    ),
    (
        "funding",
        &["id", "organization_id", "service_id", "source"],
    ),
    (
        "required_documents",
        &["id", "service_id", "document", "uri"],
    ),
    (
        "service_capacity",
        &[
            "id",
            "service_id",
            "unit_id",
            "available",
            "maximum",
            "description",
            "updated",
        ],
    ),
    ("units", &["id", "name", "scheme", "identifier", "uri"]),
    (
        "url",
        &["id", "label", "url", "organization_id", "service_id"],
    ),
    (
        "organization_identifiers",
        &[
            "id",
            "organization_id",
            "identifier_scheme",
            "identifier_type",
            "identifier",
        ],
    ),
    (
        "attributes",
        &[
            "id",
            "link_id",
            "taxonomy_term_id",
            "link_type",
            "link_entity",
            "value",
            "label",
        ],
    ),
    (
        "taxonomies",
        &["id", "name", "description", "uri", "version"],
    ),
    (
        "taxonomy_terms",
        &[
            "id",
            "code",
            "name",
            "description",
            "parent_id",
            "taxonomy",
            "language",
            "taxonomy_id",
            "term_uri",
        ],
    ),
    (
        "metadata",
        &[
            "id",
            "resource_id",
            "resource_type",
            "last_action_date",
            "last_action_type",
            "field_name",
            "previous_value",
            "replacement_value",
            "updated_by",
        ],
    ),
    (
        "meta_table_descriptions",
        &["id", "name", "language", "character_set"],
    ),
];

/// Columns that hold numbers.
pub(super) const NUMBERS: &[&str] = &[
    "amount",
    "available",
    "count",
    "extension",
    "interval",
    "latitude",
    "longitude",
    "maximum",
    "maximum_age",
    "minimum_age",
    "timezone",
    "year_incorporated",
];

/// The file of a table.
pub fn file_of(table: &str) -> String {
    format!("{table}.csv")
}
