signpost-title = Hører det til et andet sted?
signpost-danger = Er nogen i fare?
signpost-concern = Er du bekymret for et barn eller en voksen?
signpost-complaint = Vil du klage?
signpost-call = Ring
signpost-read = Læs, hvad du kan gøre
