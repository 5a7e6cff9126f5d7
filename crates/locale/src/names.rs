//! The names of choices, as people read them.
use crate::Texts;
use samskab_domain::kernel::Language;
use samskab_domain::{
    access, answer, citizen, fault, felt, frame, initiative, interest, meeting, municipality, need,
    notice, observation, offer, organisation, practice_change, schedule, task, topic, translation,
    upkeep, vacancy,
};

/// A choice that has a name on screen.
pub trait Named: Copy {
    /// The name.
    fn name(self, t: &Texts) -> String;
}

macro_rules! named {
    ($($type:ty { $($variant:ident => $text:expr),+ $(,)? })+) => { $(
        impl Named for $type {
            fn name(self, t: &Texts) -> String {
                let text: fn(&Texts) -> String = match self { $(Self::$variant => $text),+ };
                text(t)
            }
        }
    )+ };
}

named! {
    topic::TopicGroup { Alone => |t| t.public.topic_group_alone(), GettingAbout => |t| t.public.topic_group_getting_about(), IllnessAndHome => |t| t.public.topic_group_illness_and_home(), PostAndRules => |t| t.public.topic_group_post_and_rules(), Language => |t| t.public.topic_group_language(), WorkAndMoney => |t| t.public.topic_group_work_and_money(), APlaceToBe => |t| t.public.topic_group_a_place_to_be(), Other => |t| t.public.topic_group_other() }
    municipality::Matter { Danger => |t| t.public.signpost_danger(), Concern => |t| t.public.signpost_concern(), Complaint => |t| t.public.signpost_complaint() }
    access::Sector { Public => |t| t.public.sector_public(), Voluntary => |t| t.public.sector_voluntary() }
    observation::Source { Lived => |t| t.source_lived(), Told => |t| t.source_told(), Saw => |t| t.source_saw(), Impression => |t| t.source_impression() }
    observation::Frequency { Once => |t| t.frequency_once(), Sometimes => |t| t.frequency_sometimes(), Often => |t| t.frequency_often(), Always => |t| t.frequency_always() }
    observation::Severity { Small => |t| t.severity_small(), Noticeable => |t| t.severity_noticeable(), Hard => |t| t.severity_hard() }
    observation::Circle { Close => |t| t.circle_close(), Wide => |t| t.circle_wide() }
    citizen::Step { Held => |t| t.public.tell_step_held(), Read => |t| t.public.tell_step_read(), Gathered => |t| t.public.tell_step_gathered(), Asked => |t| t.public.tell_step_asked(), Answered => |t| t.public.tell_step_answered(), Tried => |t| t.public.tell_step_tried(), Changed => |t| t.public.tell_step_changed(), Done => |t| t.public.tell_step_done(), Offered => |t| t.public.tell_step_offered(), SetAside => |t| t.public.tell_step_set_aside(), TakenBack => |t| t.public.tell_step_taken_back() }
    need::State { Draft => |t| t.need_state_draft(), Raised => |t| t.need_state_raised(), Planned => |t| t.need_state_planned(), Done => |t| t.need_state_done(), Differs => |t| t.need_state_differs() }
    need::NoteKind { Interpretation => |t| t.note_interpretation(), Idea => |t| t.note_idea(), TakenBack => |t| t.note_taken_back() }
    need::steps::Step { Told => |t| t.step_told(), General => |t| t.step_general(), Whom => |t| t.step_whom(), Several => |t| t.step_several(), Widely => |t| t.step_widely(), Otherwise => |t| t.step_otherwise(), Understood => |t| t.step_understood(), TakenBack => |t| t.step_taken_back() }
    need::Evidence { None => |t| t.evidence_none(), One => |t| t.evidence_one(), Several => |t| t.evidence_several(), SeveralPlaces => |t| t.evidence_several_places(), BothSectors => |t| t.evidence_both_sectors() }
    answer::Kind { Act => |t| t.answer_act(), Together => |t| t.answer_together(), Cannot => |t| t.answer_cannot(), KnowMore => |t| t.answer_know_more(), PassedOn => |t| t.answer_passed_on() }
    answer::Along { Extended => |t| t.way_moved(), Reminded => |t| t.way_reminded(), Overdue => |t| t.way_overdue(), Withdrawn => |t| t.way_withdrawn(), Replied => |t| t.way_replied(), Corrected => |t| t.way_corrected() }
    answer::Late { Reminded => |t| t.way_reminded(), Overdue => |t| t.way_overdue() }
    answer::Responsibility { Ours => |t| t.responsibility_ours(), Another => |t| t.responsibility_another(), Shared => |t| t.responsibility_shared(), NotSettled => |t| t.responsibility_not_settled() }
    answer::Look { Fine => |t| t.look_fine(), Remark => |t| t.look_remark() }
    notice::Pace { AtOnce => |t| t.notice_at_once(), Weekly => |t| t.notice_weekly(), Never => |t| t.notice_never() }
    notice::Channel { Mail => |t| t.notice_mail(), Sms => |t| t.notice_sms() }
    felt::Says { Yes => |t| t.public.says_yes(), Partly => |t| t.public.says_partly(), ForSome => |t| t.public.says_for_some(), No => |t| t.public.says_no(), NoLonger => |t| t.public.says_no_longer() }
    felt::Line { Unheard => |t| t.line_unheard(), Felt => |t| t.line_felt(), Partly => |t| t.line_partly(), NotFelt => |t| t.line_not_felt(), Divided => |t| t.line_divided(), NoLonger => |t| t.line_no_longer() }
    fault::Kind { Closed => |t| t.public.fault_closed(), Moved => |t| t.public.fault_moved(), WrongTime => |t| t.public.fault_wrong_time(), WrongNumber => |t| t.public.fault_wrong_number(), Other => |t| t.public.fault_other() }
    fault::Outcome { Mended => |t| t.public.fault_mended(), AsItStands => |t| t.public.fault_as_it_stands(), TakenDown => |t| t.public.fault_taken_down() }
    vacancy::Reason { Left => |t| t.vacancy_left(), Bounced => |t| t.vacancy_bounced(), Reported => |t| t.vacancy_reported() }
    vacancy::Kind { Contact => |t| t.vacancy_contact(), Backup => |t| t.vacancy_backup(), Initiative => |t| t.vacancy_initiative(), Task => |t| t.vacancy_task(), Answer => |t| t.vacancy_answer(), Meeting => |t| t.vacancy_meeting(), Need => |t| t.vacancy_need() }
    frame::Kind { Law => |t| t.frame_law(), Policy => |t| t.frame_policy(), Resource => |t| t.frame_resource(), Standard => |t| t.frame_standard(), Value => |t| t.frame_value() }
    frame::SourceKind { Paragraph => |t| t.source_kind_paragraph(), Document => |t| t.source_kind_document(), Budget => |t| t.source_kind_budget(), Agreement => |t| t.source_kind_agreement(), Own => |t| t.source_kind_own() }
    frame::challenge::Says { Holds => |t| t.frame_says_holds(), Changed => |t| t.frame_says_changed(), Gone => |t| t.frame_says_gone() }
    frame::handover::Outcome { TakenUp => |t| t.handover_taken_up(), Changed => |t| t.handover_changed(), Unchanged => |t| t.handover_unchanged(), Unanswered => |t| t.handover_unanswered() }
    frame::Firmness { Open => |t| t.firmness_open(), Negotiable => |t| t.firmness_negotiable(), Fixed => |t| t.firmness_fixed() }
    frame::ChangedBy { Parliament => |t| t.changed_by_parliament(), Council => |t| t.changed_by_council(), Committee => |t| t.changed_by_committee(), Department => |t| t.changed_by_department(), Board => |t| t.changed_by_board(), Participants => |t| t.changed_by_participants() }
    interest::Gain { Money => |t| t.gain_money(), Budget => |t| t.gain_budget(), Time => |t| t.gain_time(), People => |t| t.gain_people(), Premises => |t| t.gain_premises(), Influence => |t| t.gain_influence(), Other => |t| t.gain_other(), Nothing => |t| t.gain_nothing() }
    initiative::State { Problem => |t| t.initiative_state_problem(), Trial => |t| t.initiative_state_trial(), Practice => |t| t.initiative_state_practice(), Ended => |t| t.initiative_state_ended() }
    meeting::Purpose { Practice => |t| t.purpose_practice(), Knowledge => |t| t.purpose_knowledge(), Decide => |t| t.purpose_decide(), Relations => |t| t.purpose_relations() }
    meeting::State { Planned => |t| t.meeting_state_planned(), Closed => |t| t.meeting_state_closed(), Cancelled => |t| t.meeting_state_cancelled() }
    meeting::Coming { Yes => |t| t.coming_yes(), Maybe => |t| t.coming_maybe(), No => |t| t.coming_no() }
    meeting::Repeats { Weekly => |t| t.meeting_repeats_weekly(), Fortnightly => |t| t.meeting_repeats_fortnightly(), Monthly => |t| t.meeting_repeats_monthly() }
    meeting::ItemKind { Need => |t| t.item_need(), Answer => |t| t.item_answer(), Change => |t| t.item_change(), Task => |t| t.item_task(), Own => |t| t.item_own() }
    meeting::voice::Said { Yes => |t| t.said_yes(), Partly => |t| t.said_partly(), No => |t| t.said_no() }
    practice_change::Outcome { Done => |t| t.outcome_done(), Differently => |t| t.outcome_differently(), NotDone => |t| t.outcome_not_done() }
    translation::Made { Machine => |t| t.made_machine(), Written => |t| t.made_written(), Reviewed => |t| t.made_reviewed() }
    translation::Standing { Missing => |t| t.standing_missing(), Outdated => |t| t.standing_outdated(), Machine => |t| t.standing_machine(), Written => |t| t.standing_written(), Reviewed => |t| t.standing_reviewed() }
    initiative::placing::Relation { CoCreation => |t| t.relation_co_creation(), Grant => |t| t.relation_grant(), Contract => |t| t.relation_contract(), Supplier => |t| t.relation_supplier() }
    initiative::placing::WithWhom { Users => |t| t.with_whom_users(), Volunteers => |t| t.with_whom_volunteers(), Organisations => |t| t.with_whom_organisations() }
    initiative::placing::OfWhat { Develop => |t| t.of_what_develop(), Design => |t| t.of_what_design(), Implement => |t| t.of_what_implement(), Deliver => |t| t.of_what_deliver() }
    initiative::placing::BegunBy { Practice => |t| t.begun_by_practice(), Management => |t| t.begun_by_management() }
    initiative::placing::Reason { Innovation => |t| t.reason_innovation(), Participation => |t| t.reason_participation(), Efficiency => |t| t.reason_efficiency() }
    initiative::ending::EndedAs { InUse => |t| t.ended_in_use(), Otherwise => |t| t.ended_otherwise(), Nothing => |t| t.ended_nothing() }
    initiative::ending::Condition { Legal => |t| t.condition_legal(), Stability => |t| t.condition_stability(), Settings => |t| t.condition_settings(), Legitimacy => |t| t.condition_legitimacy(), Conflict => |t| t.condition_conflict() }
    initiative::understanding::Voice { Yes => |t| t.understanding_yes(), Differently => |t| t.understanding_differently() }
    task::Kind { Core => |t| t.task_kind_core(), Supplement => |t| t.task_kind_supplement(), Disputed => |t| t.task_kind_disputed() }
    task::Precondition { Place => |t| t.task_place(), Known => |t| t.task_known(), Wanted => |t| t.task_wanted(), Roles => |t| t.task_roles() }
    practice_change::Wanted { Yes => |t| t.wanted_yes(), Partly => |t| t.wanted_partly(), No => |t| t.wanted_no() }
    practice_change::Willingness { Unheard => |t| t.willingness_unheard(), Willing => |t| t.willingness_willing(), Divided => |t| t.willingness_divided(), Unwilling => |t| t.willingness_unwilling() }
    offer::Effect { New => |t| t.effect_new(), Better => |t| t.effect_better(), More => |t| t.effect_more(), Different => |t| t.effect_different() }
    offer::Accessibility { StepFree => |t| t.public.accessibility_step_free(), Lift => |t| t.public.accessibility_lift(), Toilet => |t| t.public.accessibility_toilet(), Parking => |t| t.public.accessibility_parking(), HearingLoop => |t| t.public.accessibility_hearing_loop(), Quiet => |t| t.public.accessibility_quiet(), GuideDog => |t| t.public.accessibility_guide_dog(), Companion => |t| t.public.accessibility_companion() }
    offer::Cost { Free => |t| t.public.cost_free(), Paid => |t| t.public.cost_paid() }
    schedule::Repeats { Weekly => |t| t.repeats_weekly(), EveryOtherWeek => |t| t.repeats_every_other_week(), FirstInMonth => |t| t.repeats_first_in_month(), SecondInMonth => |t| t.repeats_second_in_month(), ThirdInMonth => |t| t.repeats_third_in_month(), FourthInMonth => |t| t.repeats_fourth_in_month(), LastInMonth => |t| t.repeats_last_in_month() }
    offer::Aspect { Name => |t| t.aspect_name(), Summary => |t| t.aspect_summary(), Description => |t| t.aspect_description(), ForWhom => |t| t.public.offer_for_whom(), Area => |t| t.offer_form_area(), Topic => |t| t.public.offer_about(), Topics => |t| t.aspect_topics(), State => |t| t.offer_state(), Bearers => |t| t.public.offer_bearers(), When => |t| t.public.offer_when(), Exceptions => |t| t.offer_exceptions(), Closed => |t| t.offer_closed_part(), Place => |t| t.public.offer_where(), Transport => |t| t.public.offer_getting_there(), Contact => |t| t.public.offer_contact(), Phone => |t| t.offer_form_phone(), Email => |t| t.offer_form_email(), Url => |t| t.offer_form_url(), Price => |t| t.public.offer_price(), Cost => |t| t.offer_cost(), Ages => |t| t.aspect_ages(), Languages => |t| t.public.offer_languages(), Access => |t| t.public.offer_access(), Accessibility => |t| t.offer_accessibility(), Capacity => |t| t.offer_available(), Cadence => |t| t.aspect_cadence(), Holder => |t| t.aspect_holder(), Backup => |t| t.aspect_backup() }
    offer::Way { Edited => |t| t.way_edited(), LetThrough => |t| t.way_let_through(), Replaced => |t| t.way_put_for_another(), Merged => |t| t.way_merged(), Imported => |t| t.way_imported(), Translated => |t| t.way_translated(), GivenOn => |t| t.way_given_on() }
    offer::Wait { Nobody => |t| t.wait_nobody(), Shared => |t| t.wait_shared(), Everybody => |t| t.wait_everybody() }
    upkeep::Lack { Stale => |t| t.upkeep_stale(), Orphaned => |t| t.upkeep_orphaned(), Faulty => |t| t.upkeep_faulty(), Broken => |t| t.upkeep_broken(), Untranslated => |t| t.upkeep_untranslated(), Thin => |t| t.upkeep_thin() }
    upkeep::Spot { Phone => |t| t.offer_form_phone(), Email => |t| t.offer_form_email(), Url => |t| t.offer_form_url(), Words => |t| t.upkeep_replace_words() }
    upkeep::Trouble { Gone => |t| t.trouble_gone(), Unwell => |t| t.trouble_unwell(), Unreachable => |t| t.trouble_unreachable(), Refused => |t| t.trouble_refused(), Form => |t| t.trouble_form(), Bounced => |t| t.trouble_bounced() }
    upkeep::Gap { When => |t| t.gap_when(), Where => |t| t.gap_where(), Reach => |t| t.gap_reach(), Words => |t| t.gap_words() }
    upkeep::Shared { Name => |t| t.shared_name(), Words => |t| t.shared_words(), Phone => |t| t.shared_phone(), Email => |t| t.shared_email(), Url => |t| t.shared_url(), Place => |t| t.shared_place() }
    offer::State { Draft => |t| t.offer_state_draft(), Published => |t| t.offer_state_published(), Withdrawn => |t| t.offer_state_withdrawn() }
    access::Role { Frontline => |t| t.role_frontline(), Coordinator => |t| t.role_coordinator(), Leader => |t| t.role_leader(), Facilitator => |t| t.role_facilitator(), Researcher => |t| t.role_researcher(), Administrator => |t| t.role_administrator() }
    organisation::Form { Department => |t| t.form_department(), Institution => |t| t.form_institution(), Association => |t| t.form_association(), LocalGroup => |t| t.form_local_group(), Informal => |t| t.form_informal() }
}

impl Named for Language {
    fn name(self, _: &Texts) -> String {
        self.own_name().to_owned()
    }
}

impl Texts {
    /// What those at work call a language among themselves.
    pub fn language_named(&self, language: Language) -> String {
        match language {
            Language::Danish => self.language_danish(),
            Language::English => self.language_english(),
            Language::Arabic => self.language_arabic(),
            Language::Ukrainian => self.language_ukrainian(),
            Language::Farsi => self.language_farsi(),
            Language::Tigrinya => self.language_tigrinya(),
        }
    }
}
