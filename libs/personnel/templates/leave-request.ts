import { LETTERHEAD } from './letterhead.ts';

/** An employee's request of leave to the head of the institution. */
export const LEAVE_REQUEST = `${LETTERHEAD}
#restriction()
#grid(columns: (1fr, 80mm), [], [
  #data.institution.name \\
  #data.addressee \\
  #v(3mm)
  #data.person.name \\
  #data.person.jobTitle, #data.person.unitName
])
#v(8mm)
#align(center, text(weight: "bold", size: 12pt)[IESNIEGUMS])
#grid(columns: (1fr, auto), [#data.institution.place \\ #data.date], align(right)[\\ #if data.number != none [Nr. #data.number]])
#v(4mm)
*Par #data.leave.accusative*
#v(2mm)

Lūdzu piešķirt man #data.leave.accusative no #data.leave.fromDay līdz #data.leave.toDay #data.leave.daysText.

#if data.leave.substitute != none [
  Prombūtnes laikā mani aizvietos #data.leave.substitute.
]

#if data.leave.note != "" [
  #data.leave.note
]

#block(above: 10mm)[#data.person.name]
#block(above: 10mm, text(size: 8.5pt)[
  Iesniegts un apliecināts pašvaldības dokumentu vadības sistēmā pēc darbinieka autentifikācijas.
])
`;
