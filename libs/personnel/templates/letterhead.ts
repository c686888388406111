/** Page, faces and the head that every paper of the personnel office has (Cabinet regulation 558: author, data, kind, place, date, number). */
export const LETTERHEAD = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: data.institution.name)
#set page(paper: "a4", margin: (top: 20mm, bottom: 22mm, left: 30mm, right: 15mm), footer: context [
  #set text(size: 8pt, fill: luma(90))
  #if data.number != none [Nr. #data.number]
  #h(1fr)
  #counter(page).display() / #counter(page).final().first()
])
#set text(font: "Noto Serif", size: 11pt, lang: "lv", hyphenate: true)
#set par(justify: true, leading: 0.62em, spacing: 0.85em)

#let restriction() = if data.restriction != none {
  align(right, block(width: 75mm, align(left, text(size: 8.5pt)[
    IEROBEŽOTAS PIEEJAMĪBAS INFORMĀCIJA \\
    #data.restriction
  ])))
  v(2mm)
}

#let letterhead() = {
  align(center)[
    #text(size: 13pt, weight: "bold", upper(data.institution.name)) \\
    #v(-1mm)
    #text(size: 8.5pt)[
      Reģ. Nr. #data.institution.registrationNumber, #data.institution.address, tālr. #data.institution.phone, \\
      e-pasts #data.institution.email, e-adrese #data.institution.eAddress
    ]
  ]
  v(-1mm)
  line(length: 100%, stroke: 0.5pt)
  v(2mm)
}

#let placeDateNumber() = grid(columns: (1fr, auto),
  [#data.institution.place \\
   #if data.date != none [#data.date] else [Datums skatāms paraksta laika zīmogā]],
  align(right)[\\ #if data.number != none [Nr. #data.number] else [Nr. ]],
)

#let signature(title, name) = block(breakable: false, above: 12mm, grid(columns: (1fr, auto, 1fr),
  [#title], text(size: 9pt, fill: luma(90))[(paraksts\\*)], align(right)[#name],
))

#let signatureNote() = block(above: 8mm, text(size: 8.5pt)[
  \\* Dokuments parakstīts ar drošu elektronisko parakstu un satur laika zīmogu.
])

#let preparedBy() = if data.preparedBy != none { block(above: 8mm, text(size: 8.5pt)[
  Sagatavoja: #data.preparedBy
]) }
`;
