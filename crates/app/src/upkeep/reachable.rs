//! Who stands on each rung for each of many offers.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::access::Role;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::upkeep::Rung;
use std::collections::{HashMap, HashSet};

/// Who can be asked about offers: by offer, the people on each rung.
pub(super) struct Reachable {
    rungs: HashMap<Id, Vec<(Rung, Vec<Id>)>>,
    /// The membership each is asked under.
    memberships: HashMap<(Id, Id), Id>,
}

#[derive(FromRow)]
struct Standing {
    offer_id: Id,
    membership_id: Id,
    person_id: Id,
}

#[derive(FromRow)]
struct Bearing {
    offer_id: Id,
    membership_id: Id,
    person_id: Id,
    role: String,
}

impl Reachable {
    /// # Errors
    /// What the database answers.
    pub(super) async fn of(desk: &Desk, m: Id, offers: &[Id]) -> Outcome<Self> {
        let mut found = Self {
            rungs: HashMap::new(),
            memberships: HashMap::new(),
        };
        let contacts = at_work(
            m,
            "select held.offer_id, membership.id as membership_id, membership.person_id from contact held \
             join membership on membership.municipality_id = held.municipality_id \
             and membership.id = held.membership_id",
            " and held.until_day is null and held.offer_id in ",
            offers,
        );
        found.stand(Rung::Contact, desk.db.all(contacts).await?);
        let backups = at_work(
            m,
            "select held.offer_id, membership.id as membership_id, membership.person_id from offer_backup held \
             join membership on membership.municipality_id = held.municipality_id \
             and membership.id = held.membership_id",
            " and held.offer_id in ",
            offers,
        );
        found.stand(Rung::Backup, desk.db.all(backups).await?);
        found.stand(Rung::Coordinator, coordinators(desk, m, offers).await?);
        let facilitators = at_work(
            m,
            "select offer.id as offer_id, membership.id as membership_id, membership.person_id from offer \
             join membership on membership.municipality_id = offer.municipality_id \
             and membership.role = 'facilitator' \
             and (not exists (select 1 from membership_area any_area \
             where any_area.municipality_id = membership.municipality_id and any_area.membership_id = membership.id) \
             or exists (select 1 from membership_area hers where hers.municipality_id = membership.municipality_id \
             and hers.membership_id = membership.id and hers.area_id = offer.area_id))",
            " and offer.id in ",
            offers,
        );
        found.stand(Rung::Facilitator, desk.db.all(facilitators).await?);
        Ok(found)
    }

    fn stand(&mut self, rung: Rung, standing: Vec<Standing>) {
        for s in standing {
            let of_offer = self.rungs.entry(s.offer_id).or_default();
            let there = match of_offer.iter_mut().find(|(r, _)| *r == rung) {
                Some((_, there)) => there,
                None => {
                    of_offer.push((rung, Vec::new()));
                    let last = of_offer.last_mut();
                    let Some((_, there)) = last else { continue };
                    there
                }
            };
            if !there.contains(&s.person_id) {
                there.push(s.person_id);
            }
            let membership = (s.offer_id, s.person_id);
            self.memberships
                .entry(membership)
                .or_insert(s.membership_id);
        }
    }

    pub(super) fn rungs(&self, offer: Id) -> &[(Rung, Vec<Id>)] {
        self.rungs.get(&offer).map_or(&[], Vec::as_slice)
    }

    pub(super) fn membership(&self, offer: Id, person: Id) -> Option<Id> {
        self.memberships.get(&(offer, person)).copied()
    }
}

/// Narrows to memberships that run, of people who are here.
fn at_work(m: Id, select: &'static str, of: &'static str, offers: &[Id]) -> Sql {
    sql!(select)
        .and(
            " join person on person.municipality_id = membership.municipality_id \
             and person.id = membership.person_id and person.left_at is null and person.bounced_at is null \
             where membership.municipality_id = ? and membership.until_day is null",
            [m.into()],
        )
        .text(of)
        .list(offers.iter().copied())
        .text(" order by membership.id")
}

/// Those who coordinate at the bearers; its leaders, where a bearer has no coordinator.
async fn coordinators(desk: &Desk, m: Id, offers: &[Id]) -> Outcome<Vec<Standing>> {
    let bearing = at_work(
        m,
        "select bearer.offer_id, membership.id as membership_id, membership.person_id, membership.role \
         from offer_bearer bearer join membership on membership.municipality_id = bearer.municipality_id \
         and membership.organisation_id = bearer.organisation_id and membership.role in ('coordinator', 'leader')",
        " and bearer.offer_id in ",
        offers,
    );
    let bearing: Vec<Bearing> = desk.db.all(bearing).await?;
    let coordinates = |b: &Bearing| b.role == Role::Coordinator.code();
    let has: HashSet<Id> = bearing
        .iter()
        .filter(|b| coordinates(b))
        .map(|b| b.offer_id)
        .collect();
    let standing = bearing.into_iter();
    let standing = standing.filter(|b| coordinates(b) || !has.contains(&b.offer_id));
    Ok(standing
        .map(|b| Standing {
            offer_id: b.offer_id,
            membership_id: b.membership_id,
            person_id: b.person_id,
        })
        .collect())
}
