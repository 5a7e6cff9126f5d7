initiative-story-title = Hele historien: { $title }
initiative-story-open = Læs hele historien
initiative-story-pdf = Hent den på ét ark (PDF)
initiative-story-file = historien-om-et-samarbejde
initiative-story-kind = Samarbejde, { $area }
initiative-story-when = Hvornår
initiative-story-what = Hvad skete der?
initiative-story-whose = Hvem
initiative-story-to-come = kommer
initiative-story-left-out = Her står de { $kept } vigtigste af { $all } skridt. Alle sammen står her:
initiative-story-seen = Nogen oplevede det i praksis
initiative-story-written = Det blev skrevet som et behov
initiative-story-began = Samarbejdet begyndte
initiative-story-began-small = Det blev prøvet af i det små
initiative-story-until = Prøves til { $day }
initiative-story-aim = De vil gerne: { $aim }
initiative-story-joined = { $organisation } kom med
initiative-story-left = { $organisation } gik ud igen
initiative-story-handed-over = Givet videre til { $recipient }
initiative-story-handover-answered = { $recipient } har taget stilling
initiative-story-read-handover = Læs, hvad der blev givet videre
initiative-story-task-taken = Nogen tog en opgave på sig
initiative-story-task-given-back = En opgave blev givet tilbage
initiative-story-task-done = En opgave er gjort
initiative-story-met = Møde: { $purpose }
initiative-story-changes = { $count ->
    [one] Én ting bliver gjort anderledes på grund af det.
   *[other] { $count } ting bliver gjort anderledes på grund af det.
}
initiative-story-understood = En fælles forståelse blev skrevet
initiative-story-paused = Det holder pause
initiative-story-resumed = Det går videre
initiative-story-hung-on = Det hang på: { $conditions }
