//! What may be given to a statement, and how moments are kept.
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Moment;
use sqlx::{
    Database, Decode, Encode, Postgres, Sqlite, Type,
    encode::IsNull,
    error::BoxDynError,
    postgres::{PgArgumentBuffer, PgTypeInfo, PgValueRef},
    sqlite::{SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef},
};
use std::ops::Deref;
use uuid::Uuid;

/// How a [`Moment`] is kept: an integer on SQLite, a `timestamptz` on PostgreSQL. Text would
/// compare wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeptMoment(pub Moment);

/// PostgreSQL counts microseconds from 2000-01-01.
const POSTGRES_EPOCH: i64 = 946_684_800_000_000;

impl Deref for KeptMoment {
    type Target = Moment;
    fn deref(&self) -> &Moment {
        &self.0
    }
}

impl From<KeptMoment> for Moment {
    fn from(kept: KeptMoment) -> Self {
        kept.0
    }
}

impl Type<Sqlite> for KeptMoment {
    fn type_info() -> SqliteTypeInfo {
        <i64 as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for KeptMoment {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(self.0.0, buffer)
    }
}

impl<'r> Decode<'r, Sqlite> for KeptMoment {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        <i64 as Decode<Sqlite>>::decode(value).map(|us| Self(Moment(us)))
    }
}

impl Type<Postgres> for KeptMoment {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("timestamptz")
    }
}

impl Encode<'_, Postgres> for KeptMoment {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Postgres>::encode(self.0.0 - POSTGRES_EPOCH, buffer)
    }
}

impl<'r> Decode<'r, Postgres> for KeptMoment {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        let since = i64::from_be_bytes(value.as_bytes()?.try_into()?);
        Ok(Self(Moment(since + POSTGRES_EPOCH)))
    }
}

/// Everything that may be given to a statement.
#[derive(Clone, Debug)]
pub enum Value {
    Text(Option<String>),
    Int(Option<i64>),
    Real(Option<f64>),
    Flag(Option<bool>),
    Id(Option<Uuid>),
    Moment(Option<KeptMoment>),
    Bytes(Option<Vec<u8>>),
    Json(Option<serde_json::Value>),
}

macro_rules! value_from {
    ($($type:ty => $variant:ident, $keep:expr);* $(;)?) => { $(
        impl From<$type> for Value {
            fn from(v: $type) -> Self { Self::$variant(Some($keep(v))) }
        }
        impl From<Option<$type>> for Value {
            fn from(v: Option<$type>) -> Self { Self::$variant(v.map($keep)) }
        }
    )* };
}
value_from! {
    &str => Text, str::to_owned;
    &String => Text, String::clone;
    String => Text, |v| v;
    Day => Text, |v: Day| v.to_string();
    i64 => Int, |v| v;
    i32 => Int, i64::from;
    u16 => Int, i64::from;
    f64 => Real, |v| v;
    bool => Flag, |v| v;
    Uuid => Id, |v| v;
    Moment => Moment, KeptMoment;
    Vec<u8> => Bytes, |v| v;
    &[u8] => Bytes, <[u8]>::to_vec;
    serde_json::Value => Json, |v| v;
}

/// The values as one engine's arguments.
///
/// # Errors
/// Only what the engine's encoder itself refuses.
pub(crate) fn arguments<DB: Database>(values: Vec<Value>) -> Result<DB::Arguments, sqlx::Error>
where
    DB::Arguments: Default,
    for<'q> Option<String>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<i64>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<f64>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<bool>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<Uuid>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<KeptMoment>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<Vec<u8>>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<serde_json::Value>: Encode<'q, DB> + Type<DB>,
{
    use sqlx::Arguments;
    let mut arguments = DB::Arguments::default();
    for value in values {
        match value {
            Value::Text(v) => arguments.add(v),
            Value::Int(v) => arguments.add(v),
            Value::Real(v) => arguments.add(v),
            Value::Flag(v) => arguments.add(v),
            Value::Id(v) => arguments.add(v),
            Value::Moment(v) => arguments.add(v),
            Value::Bytes(v) => arguments.add(v),
            Value::Json(v) => arguments.add(v),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}
