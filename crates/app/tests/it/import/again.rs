//! The same source another time: only what it says otherwise is changed, and all of it can be taken back.
use super::{count, expected, offer, reasons, sum, terms};
use samskab_app::import::{self, File, Reason, Run};
use samskab_app::offer::{Wish, change, create, draft, find, history, merge, read, verify};
use samskab_app::translation;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Actor, Role};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_domain::offer::{Aspect, Draft, Way};
use samskab_domain::translation::{Draft as Words, Field, Standing};
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

async fn rows(town: &Town, actor: &Actor, text: &str) -> Run {
    let file = File::rows(text.as_bytes()).unwrap();
    offer(town, actor, &file, "naboen", DANISH).await
}

async fn looked_at(town: &Town, actor: &Actor, text: &str) -> import::Preview {
    let file = File::rows(text.as_bytes()).unwrap();
    let terms = terms("naboen", DANISH);
    let id = import::begin(&town.desk, actor, &file, &terms)
        .await
        .unwrap();
    let preview = import::preview(&town.desk, actor, id).await.unwrap();
    import::forget(&town.desk, actor, id).await.unwrap();
    preview
}

#[derive(FromRow)]
struct There {
    id: Id,
}

async fn named(town: &Town, name: &str) -> Id {
    let sql = sql!(
        "select id from offer where municipality_id = ? and name = ?",
        town.municipality,
        name
    );
    town.desk.db.first::<There>(sql).await.unwrap().unwrap().id
}

const FIRST: &str = "id,name,summary,phone,schedule,access\n1,Kaffe,Snak og kaffe,70 00 00 11,Tirsdag,Trappe\n2,Te,Snak og te,70 00 00 12,Onsdag,\n";
const SECOND: &str = "id,name,summary,phone,schedule,access\n1,Kaffe,Snak og kaffe,70 00 00 99,Tirsdag,Trappe\n2,Te,Snak og te,70 00 00 12,Onsdag,\n3,Suppe,Suppe for alle,,,\n";

#[tokio::test]
async fn what_the_source_changed_is_changed_and_what_was_mended_here_stays() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let desk = &town.desk;
        assert_eq!(sum(&rows(&town, &actor, FIRST).await), (2, 0, 0));
        let coffee = named(&town, "Kaffe").await;
        let mut mended = draft(desk, &actor, coffee).await.unwrap();
        mended.name = "Kaffe på havnen".into();
        mended.terms.cost = "paid".into();
        mended.bearers = vec![town.public.to_string(), town.voluntary.to_string()];
        change(desk, &actor, coffee, &mended, None).await.unwrap();
        verify(desk, &actor, coffee).await.unwrap();
        town.clock.advance(Moment::HOUR);

        let would = looked_at(&town, &actor, SECOND).await;
        assert_eq!(
            (would.added.as_slice(), would.same),
            (&["Suppe".to_owned()][..], 1)
        );
        let [one] = would.changed.as_slice() else {
            panic!("{:?}", would.changed)
        };
        assert_eq!(
            (one.id, one.name.as_str(), one.properties.as_slice()),
            (coffee, "Kaffe på havnen", &["phone".to_owned()][..])
        );

        let before = draft(desk, &actor, coffee).await.unwrap();
        let run = rows(&town, &actor, SECOND).await;
        assert_eq!(sum(&run), (1, 1, 1));
        let after = draft(desk, &actor, coffee).await.unwrap();
        assert_eq!(after.phone, "70 00 00 99");
        let told = |d: &Draft| {
            (
                d.name.clone(),
                d.schedule.clone(),
                d.access.clone(),
                d.terms.cost.clone(),
                d.bearers.clone(),
            )
        };
        assert_eq!(told(&after), told(&before), "only the phone is otherwise");
        let page = history(desk, &actor, coffee, None).await.unwrap();
        let newest = &page.items[0];
        assert_eq!((newest.way, newest.changes.len()), (Way::Imported, 1));
        assert_eq!(newest.changes[0].aspect, Aspect::Phone);
        let reading = read(desk, town.municipality, Some(&actor), coffee, DANISH)
            .await
            .unwrap();
        assert_eq!(
            reading.offer.checked(),
            Some(town.desk.today()),
            "checked by her, not by the file"
        );
        assert_eq!(sum(&rows(&town, &actor, SECOND).await), (0, 0, 3));

        let undone = import::undo(desk, &actor, run.id).await.unwrap();
        assert_eq!((undone.removed, undone.restored), (1, 1));
        let back = draft(desk, &actor, coffee).await.unwrap();
        assert_eq!((told(&back), back.phone), (told(&before), before.phone));
        assert_eq!(
            sum(&rows(&town, &actor, SECOND).await),
            (1, 1, 1),
            "what was taken back can come again"
        );
    })
    .await;
}

#[tokio::test]
async fn a_source_that_says_again_what_it_said_first_is_believed() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let desk = &town.desk;
        rows(&town, &actor, FIRST).await;
        rows(&town, &actor, SECOND).await;
        assert_eq!(sum(&rows(&town, &actor, FIRST).await), (0, 1, 1));
        let coffee = named(&town, "Kaffe").await;
        assert_eq!(
            draft(desk, &actor, coffee).await.unwrap().phone,
            "70 00 00 11"
        );
        let emptied = "id,name,summary,phone,schedule,access\n1,Kaffe,Snak og kaffe,,Torsdag,\n";
        assert_eq!(sum(&rows(&town, &actor, emptied).await), (0, 1, 0));
        let form = draft(desk, &actor, coffee).await.unwrap();
        assert_eq!(
            (
                form.phone.as_str(),
                form.schedule.as_str(),
                form.access.as_str()
            ),
            ("", "Torsdag", "")
        );
    })
    .await;
}

/// A translation of the offer in English, as right as it can be.
async fn translate(town: &Town, actor: &Actor, offer: Id) {
    let words = Words {
        texts: vec![
            (Field::Name, "Coffee".into()),
            (Field::Summary, "Talk and coffee".into()),
        ],
        made: "reviewed".into(),
    };
    let english = (Language::English, 1);
    translation::write(&town.desk, actor, offer, english, &words)
        .await
        .unwrap();
}

async fn standing(town: &Town, actor: &Actor, offer: Id) -> Standing {
    let work = translation::work_in(&town.desk, actor, offer, Language::English)
        .await
        .unwrap();
    work.texts
        .iter()
        .find(|t| t.field == Field::Name)
        .unwrap()
        .standing
}

#[tokio::test]
async fn a_translation_is_outdated_by_a_file_and_right_again_when_it_is_taken_back() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        rows(&town, &actor, FIRST).await;
        let coffee = named(&town, "Kaffe").await;
        translate(&town, &actor, coffee).await;
        assert_eq!(standing(&town, &actor, coffee).await, Standing::Reviewed);
        let phone = rows(&town, &actor, SECOND).await;
        assert_eq!(standing(&town, &actor, coffee).await, Standing::Reviewed, "a number is no word");
        import::undo(&town.desk, &actor, phone.id).await.unwrap();
        town.clock.advance(Moment::HOUR);
        let renamed = "id,name,summary,phone,schedule,access\n1,Kaffe og kage,Snak og kaffe,70 00 00 11,Tirsdag,Trappe\n";
        let run = rows(&town, &actor, renamed).await;
        assert_eq!(sum(&run), (0, 1, 0));
        assert_eq!(standing(&town, &actor, coffee).await, Standing::Outdated);
        import::undo(&town.desk, &actor, run.id).await.unwrap();
        assert_eq!(standing(&town, &actor, coffee).await, Standing::Reviewed);
    })
    .await;
}

#[tokio::test]
async fn a_row_goes_on_to_the_offer_its_own_was_merged_into() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let desk = &town.desk;
        rows(&town, &actor, FIRST).await;
        let ours = crate::offer::named(&town, "Byens kaffe");
        let ours = create(desk, &actor, &ours, None, DANISH).await.unwrap();
        let coffee = named(&town, "Kaffe").await;
        merge(desk, &actor, ours, coffee).await.unwrap();
        assert_eq!(sum(&rows(&town, &actor, FIRST).await), (0, 0, 2), "nothing comes back");

        let would = looked_at(&town, &actor, SECOND).await;
        let changes: Vec<_> = would.changed.iter().map(|c| (c.id, c.name.as_str(), c.properties.clone())).collect();
        assert_eq!(changes, [(ours, "Byens kaffe", vec!["phone".to_owned()])]);
        assert_eq!(sum(&rows(&town, &actor, SECOND).await), (1, 1, 1));
        let form = draft(desk, &actor, ours).await.unwrap();
        assert_eq!((form.name.as_str(), form.summary.as_str()), ("Byens kaffe", "En følgeven er hos dig, når du kommer hjem."));
        let numbers = sql!(
            "select count(*) as n from phone where municipality_id = ? and offer_id = ? and number = '70 00 00 99'",
            town.municipality,
            ours
        );
        assert_eq!(count(&town, numbers).await, 1);
        let shown = find(desk, town.municipality, &Wish::default()).await.unwrap();
        let names: Vec<_> = shown.page.items.iter().map(|o| o.name().to_owned()).collect();
        assert!(!names.contains(&"Kaffe".to_owned()), "{names:?}");
    })
    .await;
}

#[tokio::test]
async fn two_rows_whose_offers_are_one_now_cannot_both_say_what_it_is() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        rows(&town, &actor, FIRST).await;
        let (coffee, tea) = (named(&town, "Kaffe").await, named(&town, "Te").await);
        merge(&town.desk, &actor, tea, coffee).await.unwrap();
        let run = rows(&town, &actor, SECOND).await;
        assert_eq!(sum(&run), (1, 0, 1));
        assert_eq!(
            reasons(&run),
            expected([(2, vec![("external_id", Reason::Merged)])])
        );
    })
    .await;
}

#[tokio::test]
async fn an_old_date_is_told_before_and_no_import_makes_it_younger() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let actor = town.member_of(Role::Facilitator, town.public).await;
        let old = "id,name,summary,last updated\n1,Kaffe,Snak,2021-05-01\n2,Te,Snak,2026-11-01\n3,Suppe,Snak,\n";
        let would = looked_at(&town, &actor, old).await;
        assert_eq!((would.added.len(), would.hidden), (3, 1));
        rows(&town, &actor, old).await;
        rows(&town, &actor, &old.replace("1,Kaffe,Snak", "1,Kaffe,Kaffe og snak")).await;
        let coffee = named(&town, "Kaffe").await;
        #[derive(FromRow)]
        struct Known {
            known_day: Option<String>,
            checked_day: Option<String>,
        }
        let known = sql!("select known_day, checked_day from offer where municipality_id = ? and id = ?", town.municipality, coffee);
        let known: Known = town.desk.db.first(known).await.unwrap().unwrap();
        assert_eq!((known.known_day.as_deref().and_then(Day::parse), known.checked_day), (Day::parse("2021-05-01"), None));
    })
    .await;
}

#[tokio::test]
async fn a_large_import_goes_back_part_by_part() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let actor = town.member_of(Role::Administrator, town.public).await;
        let lines: String = (0..510).map(|i| format!("{i};Klub {i};Snak\n")).collect();
        let run = rows(&town, &actor, &format!("id;navn;resumé\n{lines}")).await;
        assert_eq!(sum(&run), (510, 0, 0));
        import::take_back(desk, &actor, run.id).await.unwrap();
        let state = async || import::run(desk, &actor, run.id).await.unwrap().state();
        assert_eq!(state().await, import::RunState::GoingBack);
        let left = import::to_take_back(desk, &actor, run.id).await;
        assert_eq!(left.unwrap(), 10);
        let waits = sql!(
            "select count(*) as n from job where municipality_id = ? and kind = 'take_back'",
            m
        );
        assert_eq!(count(&town, waits).await, 1);
        import::go_back(desk, m, run.id).await.unwrap();
        assert_eq!(state().await, import::RunState::Undone);
        let offers = sql!(
            "select count(*) as n from offer where municipality_id = ?",
            m
        );
        assert_eq!(count(&town, offers).await, 0);
    })
    .await;
}
