product = Samskab
promise = Fra oplevelse til tilbud
skip-to-content = Gå til indholdet
main-menu = Hovedmenu
menu-more = Mere
sign-in = Log ind
sign-out = Log ud
sign-out-everywhere = Log ud på alle enheder
act-as = Skift tilknytning
demo-note = Kommunen findes ikke. Alt her er opdigtet.
footer-about = Samskab samler det, frivillige og ansatte oplever, og viser, hvad det blev til.
footer-source = Kildekoden er fri (MPL-2.0)

error-summary = { $count ->
    [one] Der er én ting, du skal se på
   *[other] Der er { $count } ting, du skal se på
}
error-nothing-lost = Alt, hvad du har skrevet, står her endnu.
optional = kan springes over
choose = Vælg
no = Nej
save = Gem
back = Tilbage
edit = Ret
more-fields = Fortæl mere, hvis du vil
filter = Vis
filter-open = Vælg, hvad der vises
filter-all = Alle
search = Søg
paging = Sider
paging-next = Næste
paging-first = Til de første
count-left-template = {"{n}"} tegn tilbage
print = Print
draft-restored = Her er det, du var i gang med at skrive. Det har ligget på din egen telefon eller computer.

forbidden-title = Den side er ikke for dig
forbidden-text = Din tilknytning giver ikke adgang til siden. Har du flere tilknytninger, kan du skifte øverst på siden.
missing-title = Siden findes ikke
missing-text = Måske er den flyttet eller taget ned. Måske er adressen skrevet forkert.
wrong-way-title = Her er ingen side
wrong-way-text = Adressen kan ikke bruges på den måde. Gå tilbage til siden før, eller begynd forfra.
gone-title = Linket virker ikke længere
gone-text = Et link kan bruges én gang og kun i kort tid. Bed om et nyt, så er du i gang igen.
gone-again = Få et nyt link
failed-title = Noget gik galt hos os
failed-text = Det er ikke dig. Prøv igen om lidt. Det, der allerede var gemt, er der stadig.
foreign-title = Det kunne vi ikke tage imod
foreign-text = Formularen kom fra en anden side. Åbn siden her hos os, og prøv igen.
too-large-title = Det er for meget på én gang
too-large-text = Formularen er større, end vi kan tage imod. Skriv kortere, og prøv igen.
too-many-title = Vent et øjeblik
too-many-text = Der er sendt meget på kort tid herfra. Prøv igen om et minut.
unreadable-title = Det kunne vi ikke læse
unreadable-text = Formularen kom ikke helt frem. Gå tilbage, og prøv igen.
go-home = Til forsiden

month = { $number ->
    [1] januar
    [2] februar
    [3] marts
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] august
    [9] september
    [10] oktober
    [11] november
   *[12] december
}
month-alone = { $number ->
    [1] januar
    [2] februar
    [3] marts
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] august
    [9] september
    [10] oktober
    [11] november
   *[12] december
}
weekday = { $number ->
    [1] mandag
    [2] tirsdag
    [3] onsdag
    [4] torsdag
    [5] fredag
    [6] lørdag
   *[7] søndag
}
date = { $day }. { $month } { NUMBER($year, useGrouping: "false") }
date-this-year = { $day }. { $month }
date-and-time = { $date } kl. { $time }
time-of-day = { $hour }.{ $minute }
today = i dag
yesterday = i går
tomorrow = i morgen
in-month = { $month } { NUMBER($year, useGrouping: "false") }

why-missing = Det mangler
why-too-long = Højst { $max } tegn
why-too-short = Mindst { $min } tegn
why-unknown = Det kan man ikke vælge her
why-unreadable = Her står tegn, vi ikke kan vise. Skriv det igen
why-cpr = Slet CPR-nummeret, så kan vi sende
why-personal-phone = Her står måske et telefonnummer. Skriv det uden, eller sig, at det ikke kan genkendes
why-personal-email = Her står måske en mailadresse. Skriv det uden, eller sig, at det ikke kan genkendes
why-personal-address = Her står måske en adresse. Skriv fx "i nærheden", eller sig, at det ikke kan genkendes
why-personal-handle = Her står måske et brugernavn. Skriv det uden, eller sig, at det ikke kan genkendes
why-personal-name = Her står måske et navn. Skriv fx "en nabo", eller sig, at det ikke er en person
why-not-a-date = Skriv datoen som dag, måned og år
why-date-out-of-range = Den dato kan ikke passe her
why-not-an-email = Skriv en mailadresse, fx navn@eksempel.dk
why-not-a-phone = Skriv et telefonnummer, fx 70 12 34 56
why-not-a-cvr = Et CVR-nummer har otte cifre. Tjek dem, eller lad feltet stå tomt
why-not-a-postcode = Et postnummer har fire cifre, fx 9000
why-not-a-kle = Et KLE-nummer er to, fire eller seks cifre med punktum mellem, fx 27.36.04
why-not-a-url = Skriv hele adressen, fx https://eksempel.dk
why-not-a-time = Skriv et klokkeslæt, fx 16.30
why-not-a-colour = Skriv en farve som # og seks tegn, fx #0b5c6b
why-too-pale = Farven er for lys til hvid tekst. Vælg en mørkere
why-writing-as = Du skriver nu som { $name }, { $organisation }. Send igen, hvis det er rigtigt.
why-taken = Det er der en anden, der har
why-not-in-range = Skriv et tal fra { $min } til { $max }
why-needs-both-sectors = Der skal være en fra kommunen og en fra de frivillige med
why-needs-observation = Mindst én oplevelse skal bære det
why-names-nothing = Hvad betyder det for den, der fortalte? Skriv, hvad der bliver anderledes, for hvem og hvornår
why-changed-meanwhile = En anden har ændret det imens. Se først, hvad der står nu. Gemmer du igen, gælder det, du har skrevet her
offline-title = Du har ikke net lige nu
offline-text = Siden kan vises, når der er net igen. Du kan godt fortælle noget imens.
offline-tell = Fortæl, hvad du har oplevet
