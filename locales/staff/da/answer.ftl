### answer
answer-lead = Det, jeres organisation er spurgt om. Det, der haster mest, står øverst.
answer-lead-all = Det, alle er spurgt om. Det, der haster mest, står øverst.
answer-which = Hvilke?
answer-which-waiting = Ikke svaret endnu
answer-which-given = Svaret
answer-none-title = Her er ikke noget, der venter på svar
answer-none-text = Når nogen spørger jeres organisation, står det her.
answer-open = Se
answer-reply = Svar
answer-all = Alt, der er spurgt om
answer-title = Svaret
answer-yours = Dit svar
answer-yours-as = Du svarer for { $organisation }.
answer-kind = Hvad siger I?
answer-reason = Hvorfor?
answer-reason-hint = I almindelige ord. "Vi har ikke råd" er i orden.
answer-meaning = Hvad betyder det for den, der fortalte?
answer-stands = Svaret skal stå, som det er
answer-mandate = På hvis vegne svarer du?
answer-mandate-hint = Fx "Leder af hjemmeplejen, inden for eget budget" eller "Bestyrelsen har besluttet det"
answer-if-act = Hvis I gør noget ved det
answer-what = Hvad gør I?
answer-by = Hvornår er det gjort?
answer-if-cannot = Hvis I ikke kan
answer-frames = Hvad skal I holde jer til?
answer-frames-hint = Sæt kryds, hvis det er noget af det her. Det behøver det ikke være.
answer-if-know-more = Hvis I mangler at vide noget
answer-missing = Hvad mangler I at vide?
answer-missing-from = Hvem kan fortælle det?
answer-if-passed-on = Hvis det ikke er jer
answer-passed-to = Hvem er det så?
answer-passed-to-text = Er det nogen udenfor?
answer-passed-to-hint = En, der ikke er med i Samskab, fx regionen
answer-give = Svar
answer-passed-on-to = Vi har givet det videre til { $organisation }
answer-passed-on-by = Givet videre af { $organisation }
answer-asked = Er spurgt
answer-late = Svaret er forsinket
answer-late-by = { $days ->
    [one] Én arbejdsdag over tiden
   *[other] { $days } arbejdsdage over tiden
}
answer-came-late = { $days ->
    [one] Svaret kom én arbejdsdag for sent
   *[other] Svaret kom { $days } arbejdsdage for sent
}
answer-we-do = Det gør vi
answer-promised = senest { $day }
answer-we-miss = Det mangler vi at vide
answer-we-miss-from = fra { $who }
answer-keep-to = Det skal vi holde os til
answer-given-as = Svaret som: { $mandate }
answer-done = Gjort
answer-done-yes = Ja, det er gjort
answer-start = Start et samarbejde
answer-history = Det har været igennem de her hænder
answer-everyones = Venter på svar
answer-not-done = Er det ikke gjort alligevel?
answer-not-done-text = Så siger vi ikke længere, at det er gjort. Det, andre har sagt om det, bliver stående.
answer-not-done-yes = Det er ikke gjort endnu
