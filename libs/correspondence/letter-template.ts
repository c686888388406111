/** The municipality's letter and statement (Cabinet regulation 558: requisites in page order); data: `LetterPaper`. */
export const LETTER_TEMPLATE = String.raw`
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: data.institution.name)
#set page(paper: "a4", margin: (left: 30mm, right: 20mm, top: 20mm, bottom: 20mm),
  footer: context if counter(page).final().first() > 1 [#align(center, text(9pt)[#counter(page).display()])])
#set text(font: "Noto Serif", size: 11pt, lang: "lv", hyphenate: true)
#set par(justify: true, leading: 0.65em, spacing: 0.9em)

#align(center)[
  #text(9pt, tracking: 1pt)[LATVIJAS REPUBLIKA] \
  #text(13pt, weight: "bold")[#upper(data.institution.name)]
  #v(-4pt)
  #line(length: 100%, stroke: 0.6pt)
  #v(-6pt)
  #text(8.5pt)[Reģ. Nr. #data.institution.registrationNumber, #data.institution.address, tālr. #data.institution.phone, \
  e-pasts #data.institution.email, e-adrese #data.institution.eAddress]
]
#v(8mm)
#grid(columns: (1fr, 1fr), column-gutter: 8mm,
  [
    #data.place \
    #data.date #h(1fr) Nr. #data.number
    #for reference in data.references [
      \ Uz #reference
    ]
  ],
  align(right)[
    #set par(justify: false)
    #if data.restriction != none [
      #text(9pt, weight: "bold")[IEROBEŽOTAS PIEEJAMĪBAS INFORMĀCIJA] \
      #text(8.5pt)[#data.restriction]
      #v(3mm)
    ]
    #strong(data.addressee) \
    #data.address
  ])
#v(8mm)
#if data.heading != none [
  #align(center, text(13pt, weight: "bold", tracking: 1pt)[#data.heading])
  #v(3mm)
]
#heading(level: 1, outlined: false, text(11pt, weight: "bold")[#data.title])
#v(3mm)
#if data.salutation != "" [#data.salutation #parbreak()]
#for paragraph in data.paragraphs [#par(first-line-indent: (amount: 10mm, all: true))[#paragraph]]
#if data.attachments.len() > 0 [
  #v(4mm)
  Pielikumā:
  #enum(..data.attachments.map(name => [#name]))
]
#v(10mm)
#for signer in data.signers [
  #block(breakable: false)[#grid(columns: (1fr, 1fr), [#signer.jobTitle], align(right)[(paraksts\*) #h(6mm) #signer.name])]
]
#v(8mm)
#text(9pt)[#data.preparer.name#if data.preparer.phone != "" [, #data.preparer.phone] \
#data.preparer.email]
#v(6mm)
#text(8.5pt)[\* Dokuments parakstīts ar drošu elektronisko parakstu un satur laika zīmogu.]
`;
