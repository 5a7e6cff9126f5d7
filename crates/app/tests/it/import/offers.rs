//! Offers, from spreadsheets and from directories, in one language and the next.
use super::{count, expected, offer, reasons, rows_in, sum, terms};
use samskab_app::import::{File, Options, Reason};
use samskab_database::{FromRow, sql};
use samskab_domain::access::Role;
use samskab_domain::kernel::{Language, Why};
use samskab_testkit::{Town, on_every_engine};

#[derive(Debug, FromRow, PartialEq)]
struct Kept {
    name: String,
    summary: String,
    description: Option<String>,
    bearer: String,
    address: Option<String>,
    postcode: Option<String>,
    country: Option<String>,
    latitude: Option<f64>,
    state: String,
    checked_day: Option<String>,
}

async fn kept(town: &Town, name: &str) -> Kept {
    let sql = sql!(
        "select offer.name, offer.summary, offer.description, organisation.name as bearer, location.address, \
         location.postcode, location.country, location.latitude, offer.state, offer.checked_day from offer \
         join offer_bearer on offer_bearer.municipality_id = offer.municipality_id and offer_bearer.offer_id = offer.id \
         join organisation on organisation.municipality_id = offer.municipality_id \
         and organisation.id = offer_bearer.organisation_id \
         left join offer_location on offer_location.municipality_id = offer.municipality_id \
         and offer_location.offer_id = offer.id \
         left join location on location.municipality_id = offer.municipality_id \
         and location.id = offer_location.location_id where offer.municipality_id = ? and offer.name = ?",
        town.municipality,
        name
    );
    town.desk.db.first(sql).await.unwrap().unwrap()
}

#[tokio::test]
async fn offers_come_in_published_and_never_as_checked() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let sheet = File::rows(super::fixture!("offers-da.csv")).unwrap();
        let report = offer(&town, &actor, &sheet, "tilbud", Language::Danish).await;
        assert_eq!(sum(&report), (2, 0, 0));
        let wanted = expected([
            (4, vec![("Breddegrad", Reason::NotACoordinate)]),
            (5, vec![("Mail", Reason::Rule(Why::NotAnEmail))]),
        ]);
        assert_eq!(reasons(&report), wanted);
        let coffee = Kept {
            name: "Kaffe på Tårnvej".into(),
            summary: "Kaffe & snak".into(),
            description: Some("Kom, som du er.\nDer er åbent for alle.".into()),
            bearer: "Seniorforeningen".into(),
            address: Some("Tårnvej 4".into()),
            postcode: Some("9000".into()),
            country: Some("DK".into()),
            latitude: Some(57.05),
            state: "published".into(),
            checked_day: None,
        };
        assert_eq!(kept(&town, "Kaffe på Tårnvej").await, coffee);
        let café = kept(&town, "Sprogcafé").await;
        assert_eq!(café.summary, "Øv dansk over en kop te.");
        assert_eq!(
            café.description.unwrap(),
            "Øv dansk over en kop te.\nUdbydes af Byens Venner"
        );
        assert_eq!(
            (café.address.as_deref(), café.postcode),
            (Some("Storgatan 1, 211 42"), None)
        );
        assert_eq!(café.bearer, "Hjemmeplejen");
        assert_eq!(rows_in(&town, "verification").await, 0);
        let again = offer(&town, &actor, &sheet, "tilbud", Language::Danish).await;
        assert_eq!(sum(&again), (0, 0, 2));
    })
    .await;
}

#[tokio::test]
async fn a_second_language_gives_words_to_the_offers_of_the_first() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let english = File::rows(super::fixture!("features.geojson")).unwrap();
        let arabic = File::rows(super::fixture!("features.ar.geojson")).unwrap();
        let report = offer(&town, &actor, &english, "s", Language::English).await;
        assert_eq!(sum(&report), (2, 0, 0));
        let first = kept(&town, "Education opportunities, Liwa").await;
        assert_eq!(first.description.unwrap(), "English courses & tea.\nProvided by Helping Hands");
        assert_eq!(first.country.as_deref(), Some("ZZ"));
        let report = offer(&town, &actor, &arabic, "s", Language::Arabic).await;
        assert_eq!(sum(&report), (0, 1, 0));
        assert_eq!(rows_in(&town, "offer").await, 2);
        let words = sql!(
            "select count(*) as n from translation where municipality_id = ? and subject_kind = 'offer' \
             and language = 'ar' and state = 'written'",
            town.municipality
        );
        assert_eq!(count(&town, words).await, 4, "name, summary, description and when");
        let again = offer(&town, &actor, &arabic, "s", Language::Arabic).await;
        assert_eq!(sum(&again), (0, 0, 1));
    })
    .await;
}

#[tokio::test]
async fn two_rows_of_one_id_cannot_both_be_right() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let file = File::rows(b"id,name,summary\n1,Kaffe,Snak\n1,Kaffe,Snak\n1,Te,Snak\n").unwrap();
        let run = offer(&town, &actor, &file, "s", Language::Danish).await;
        assert_eq!(sum(&run), (1, 0, 1));
        let in_use = vec![("id", Reason::IdInUse)];
        assert_eq!(reasons(&run), expected([(4, in_use)]));
    })
    .await;
}

#[tokio::test]
async fn providers_nobody_knows_become_voluntary_organisations_when_asked() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Administrator, town.public).await;
        let sheet = File::rows(super::fixture!("features.geojson")).unwrap();
        let making = Options {
            create_organisations: true,
            ..terms("s", Language::English)
        };
        for _ in 0..2 {
            town.bring_in(&actor, &sheet, &making).await.unwrap();
        }
        assert_eq!(rows_in(&town, "organisation").await, 3);
        let first = kept(&town, "Education opportunities, Liwa").await;
        assert_eq!(first.bearer, "Helping Hands");
        assert_eq!(first.description.as_deref(), Some("English courses & tea."));
    })
    .await;
}
