/** How a decision of the council is set (Typst): requisites in the order of Cabinet regulation 558. */
export const DECISION_TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: "Noto Serif", size: 11pt, lang: "lv", hyphenate: true)
#set page(paper: "a4", margin: (left: 30mm, right: 18mm, top: 20mm, bottom: 20mm),
  numbering: (current, total) => if total > 1 [#current / #total], number-align: center)
#set par(justify: true, leading: 0.65em, spacing: 0.85em)
#show heading: set text(size: 11pt)
#show " – ": [~– ]

#if data.restriction != "" {
  align(right, block(width: 75mm, {
    set text(size: 9pt)
    set par(justify: false)
    text(weight: "bold", "IEROBEŽOTAS PIEEJAMĪBAS INFORMĀCIJA")
    linebreak()
    data.restriction
  }))
}
#align(center, {
  set par(justify: false)
  text(size: 10pt, tracking: 0.06em, "LATVIJAS REPUBLIKA")
  linebreak()
  text(size: 13pt, weight: "bold", data.institution)
  v(0.2em)
  text(size: 8.5pt, data.contacts)
})
#line(length: 100%, stroke: 0.5pt)
#v(0.8em)
#align(center, text(size: 14pt, weight: "bold", "LĒMUMS"))
#v(0.4em)
#data.place
#grid(columns: (1fr, auto), data.date, align(right)[#text(weight: "bold", data.number) \\ #data.point])
#v(0.6em)
#align(center, block(width: 85%, { set par(justify: false); heading(level: 1, outlined: false, data.title) }))
#v(0.4em)
#if data.grounds != "" { for part in data.grounds.split("\\n\\n") { par(part) } }
#par[#data.basis #text(weight: "bold", "Dome nolemj:")]
#for (index, point) in data.points.enumerate() {
  grid(columns: (8mm, 1fr), str(index + 1) + ".", par(point))
}
#v(0.4em)
#for line in data.notes { par(line) }
#v(1.6em)
#block(breakable: false, {
  grid(columns: (50mm, 1fr, 60mm), data.office, align(center)[(paraksts\\*)], align(right, data.signer))
  v(0.9em)
  text(size: 9pt)[\\* Dokuments parakstīts ar drošu elektronisko parakstu un satur laika zīmogu.]
})
`;
