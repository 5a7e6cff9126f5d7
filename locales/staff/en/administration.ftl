administration-lead = Who and what takes part in Samskab here.
administration-people = People
administration-people-text = Who takes part, and where they belong.
administration-organisations = Organisations
administration-organisations-text = The municipality's units, associations and informal groups.
administration-areas = Areas
administration-areas-text = The welfare areas that experiences, needs and offers belong to.
administration-topics = Topics
administration-topics-text = The words that experiences, needs and offers are found by.
administration-settings = Settings
administration-settings-text = Name, colour, and how long there is to answer.
administration-name = Name
administration-email = E-mail
administration-email-hint = The sign-in link is sent here.
administration-phone = Phone
administration-language = Language
administration-open = Open
administration-answer-days = Working days to answer
administration-answer-days-hint = How long an organisation has to answer a need, from 1 to 120 days.
# $days (Number) - working days
administration-days-to-answer = { $days ->
    [one] One working day to answer
   *[other] { $days } working days to answer
}
# $days (Number) - working days
administration-area-days-hint = { $days ->
    [one] Left empty, it is the municipality's one day.
   *[other] Left empty, it is the municipality's { $days } days.
}
administration-area-new = Add an area
administration-area-edit = Edit the area
administration-area-close = Close the area
administration-area-close-text = Nobody can choose it any more, and it cannot be opened again. What has happened in it is still there.
administration-area-close-yes = Yes, close the area
administration-areas-none = There are no areas yet
administration-areas-none-text = Begin with one, such as elderly care. Without an area nobody can tell anything.
administration-organisation = Organisation
administration-organisation-new = Add an organisation
administration-organisation-edit = Edit the organisation
administration-organisation-close = Close the organisation
administration-organisation-close-text = Everyone's membership of it ends today. It cannot be opened again. What it has done is still there.
administration-organisation-close-yes = Yes, close the organisation
administration-organisations-none = There are none here
administration-organisations-none-text = Add the first, or show everything again.
administration-sector = Which side?
administration-form = What is it?
administration-cvr = CVR number
administration-cvr-hint = Eight digits. An informal group has none, and that is fine.
administration-about = About
administration-about-hint = A few lines others can understand.
administration-invite = Invite a person
administration-invite-lead = They get a link to sign in with. No password.
administration-invite-yes = Invite
administration-people-none = There is nobody here
administration-people-none-text = Invite the first, or show everyone again.
administration-no-membership = No membership
administration-no-membership-text = Without a membership, one cannot sign in.
administration-person-edit = Edit name and address
administration-back-to-person = Back to the person
administration-memberships = Memberships
administration-membership-give = Give a membership
administration-membership-end = End this membership
administration-membership-end-text = The person can no longer act for the organisation. What was told and done is still there.
administration-membership-end-yes = Yes, end it today
administration-since = Since
administration-role = What are they there?
administration-role-frontline = Meets the citizens. Tells, and finds offers
administration-role-coordinator = Gathers stories and keeps offers right
administration-role-leader = Answers needs
administration-role-facilitator = Stands in the middle and gathers both sides
administration-role-researcher = Sees needs and what came of them. No stories
administration-role-administrator = Looks after these pages
administration-title = Title
administration-title-hint = What they are called there, such as "care assistant".
administration-areas-hint = Tick none for all areas.
administration-from = From
administration-from-hint = Left empty, it is from today.
administration-link-title = The sign-in link
administration-link-text = The link comes by mail. Where mail is not set up, whoever runs Samskab can make one and hand it over. Has it expired? Anyone can ask for a new one under Sign in.
administration-leave-title = When someone stops
administration-leave = See the person out
administration-leave-self = This is you. You will be signed out at once.
administration-leave-text = The person is signed out everywhere, and all memberships end today. What was told is still there. You can invite them again later.
administration-leave-yes = Yes, they no longer take part
administration-topics-lead = Everyone taps one of the eight groups. Topics make it more precise.
administration-topics-none = No topics yet
administration-topic-new = Add a topic
administration-topic-edit = Edit the topic
administration-topic-retire = Take the topic out of use
administration-topic-retire-text = Nobody can choose it any more, and it cannot be taken back. What carries it already keeps it.
administration-topic-retire-yes = Yes, take it out of use
administration-group = Which group?
administration-kle = KLE number
administration-kle-hint = The number in KL's subject classification, such as 27.36.
# $number (String) - a KLE number
administration-kle-number = KLE { $number }
administration-colour = Colour
administration-colour-hint = As # and six characters, such as #0b5c6b. White text must be easy to read on it.
administration-signposts = Where one can turn
administration-signposts-text = Numbers and pages for danger, concern and complaints.
administration-signposts-lead = It stands under the page where one tells, for everyone who takes part and for citizens in their own language. What you leave empty is not shown.
administration-signposts-danger = 112 is always there. Here you can put your own round-the-clock number.
# $matter (String) - what it is about, as a question
administration-signposts-phone = { $matter } Phone
# $matter (String) - what it is about, as a question
administration-signposts-url = { $matter } Page on the web
# $language (String) - the language's own name
administration-name-in = Name in { $language }
