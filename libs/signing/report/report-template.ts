/** The report on signatures as a paper of the institution; data: `reportPaper`. */
export const REPORT_TEMPLATE = String.raw`
#let data = json(bytes(sys.inputs.data))
#let tones = (good: rgb("#1d6b3a"), warn: rgb("#8a5a00"), bad: rgb("#a3122a"))
#let mark(tone, word) = text(weight: "bold", fill: tone, word)
#let marks = (yes: mark(tones.good)[Jā], no: mark(tones.bad)[Nē], look: mark(tones.warn)[Skatīt])
#set document(title: "Elektroniskā paraksta pārbaudes pārskats", author: data.institution.name)
#set page(paper: "a4", margin: (left: 25mm, right: 20mm, top: 18mm, bottom: 20mm),
  footer: context [#set text(8pt, fill: luma(90)); #data.fileName #h(1fr) #counter(page).display() / #counter(page).final().first()])
#set text(font: "Noto Sans", size: 9.5pt, lang: "lv", hyphenate: true)
#set par(leading: 0.6em, spacing: 0.8em)
#set table(stroke: none, inset: (x: 0pt, y: 2.6pt))
#show heading.where(level: 1): set text(15pt)
#show heading.where(level: 2): set text(11pt)
#show heading.where(level: 2): set block(above: 7mm, below: 3mm)

#align(center)[
  #text(12pt, weight: "bold")[#upper(data.institution.name)]
  #v(-4pt)
  #line(length: 100%, stroke: 0.6pt)
  #v(-3pt)
  #text(8pt)[Reģ. Nr. #data.institution.registrationNumber, #data.institution.address, tālr. #data.institution.phone, \
  e-pasts #data.institution.email, e-adrese #data.institution.eAddress]
]
#v(6mm)
= Elektroniskā paraksta pārbaudes pārskats
#data.date

#block(width: 100%, inset: 9pt, stroke: (left: 3pt + tones.at(data.tone)), fill: tones.at(data.tone).lighten(93%))[
  #text(12pt, weight: "bold", fill: tones.at(data.tone))[#data.verdict]
  #for sentence in data.advice [
    #parbreak() #sentence
  ]
]

#let facts(rows) = table(columns: (42mm, 1fr), ..rows.map(((name, value)) => (text(fill: luma(80), name), value)).flatten())
#facts((
  ("Datne", strong(data.fileName)),
  ("Formāts", data.format),
  ("Lielums", data.size + " baiti"),
  ("SHA-256", text(8pt, data.sha256)),
  ("Pārbaudīts", data.checkedAt),
))
#for sentence in data.container [
  - #sentence
]

#for (place, one) in data.signatures.enumerate() [
  == #(place + 1). paraksts: #text(fill: tones.at(one.tone), one.signer)
  #facts(one.facts)
  #if one.errors.len() > 0 [
    #text(weight: "bold", fill: tones.bad)[Kāpēc nav pieņemts]
    #list(..one.errors)
  ]
  #if one.warnings.len() > 0 [
    #text(weight: "bold")[Piezīmes]
    #list(..one.warnings)
  ]
]

#if data.points.len() > 0 [
  == Lietveža pārbaude
  #table(columns: (13mm, 48mm, 1fr), ..data.points.map(point => (marks.at(point.state), strong(point.title), point.words)).flatten())
  #text(8pt, fill: luma(90))[Jā – izpildīts, Nē – nav izpildīts, Skatīt – lietvedis izvērtē.]
]

== Pret ko pārbaudīts
#for sentence in data.trust [
  #sentence #parbreak()
]
Pārbaude veikta pēc ETSI EN 319 102-1. Tā attiecas uz datni ar norādīto SHA-256 kontrolsummu un uz norādīto brīdi.
`;
