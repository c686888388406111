/** How a protocol is set (Typst); the words come from `writeProtocol`. */
export const PROTOCOL_TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title + " " + data.number)
#set text(font: "Noto Serif", size: 10.5pt, lang: "lv", hyphenate: true)
#set page(paper: "a4", margin: (left: 30mm, right: 18mm, top: 20mm, bottom: 20mm), numbering: "1 / 1", number-align: center)
#set par(justify: true, leading: 0.62em, spacing: 0.75em)
#show heading: set text(size: 10.5pt)
#show heading: set block(above: 1.3em, below: 0.7em)
#show " – ": [~– ]
#let label(body) = text(weight: "bold", body)

#if data.restriction != "" {
  align(right, block(width: 75mm, {
    set text(size: 9pt)
    set par(justify: false)
    label("IEROBEŽOTAS PIEEJAMĪBAS INFORMĀCIJA")
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
#v(0.6em)
#align(center, heading(level: 1, outlined: false, text(size: 14pt, data.title)))
#if data.subtitle != "" { align(center, text(weight: "bold", data.subtitle)) }
#v(0.4em)
#data.place
#grid(columns: (1fr, auto), data.date, text(weight: "bold", data.number))
#v(0.4em)
#data.character

#data.times.map(((label, text)) => label + " " + text + ".").join("  ")

#for line in data.head [
  #par(hanging-indent: 6mm)[#label(line.label + ":") #line.text]
]

#for block-data in data.blocks {
  if block-data.type == "heading" {
    heading(level: 2, outlined: false, upper(block-data.text))
  } else if block-data.type == "agenda" {
    grid(columns: (8mm, 1fr), row-gutter: 0.65em,
      ..block-data.items.map(item => (item.number, {
        item.title
        if item.note != "" { text(size: 9.5pt)[ (#item.note)] }
      })).flatten())
  } else if block-data.type == "item" {
    heading(level: 2, outlined: false, grid(columns: (8mm, 1fr), block-data.number, block-data.title))
  } else if block-data.type == "labelled" {
    par[#label(block-data.label + ":") #block-data.text]
  } else if block-data.type == "list" {
    block(breakable: true, {
      par(label(block-data.label + ":"))
      for line in block-data.lines { pad(left: 8mm, par(line)) }
    })
  } else if block-data.type == "gap" {
    v(0.7em)
  } else if block-data.type == "presence" {
    pad(left: 8mm, par(emph(block-data.text)))
  } else if block-data.type == "vote" {
    block(breakable: false, {
      set par(spacing: 0.5em)
      par[#label(block-data.label) #text(size: 9.5pt)[(#block-data.note)]:]
      for line in block-data.lines { pad(left: 8mm, par(hanging-indent: 6mm, line)) }
    })
  } else if block-data.type == "resolution" {
    par[#label(block-data.label + ":") #block-data.text]
    for (index, point) in block-data.points.enumerate() {
      pad(left: 8mm, grid(columns: (7mm, 1fr), str(index + 1) + ".", par(point)))
    }
    if block-data.tail != "" { pad(left: 8mm, par(block-data.tail)) }
  }
}

#v(1.6em)
#block(breakable: false, {
  for one in data.signatures {
    grid(columns: (50mm, 1fr, 60mm), one.office, align(center)[(paraksts\\*)], align(right, one.name))
    v(0.9em)
  }
  text(size: 9pt)[\\* Dokuments parakstīts ar drošu elektronisko parakstu un satur laika zīmogu; parakstīšanas datums ir laika zīmoga datums.]
})
`;
