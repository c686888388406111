import { LETTERHEAD } from './letterhead.ts';

const order = (body: string) => `${LETTERHEAD}
#restriction()
#letterhead()
#align(center, text(weight: "bold", size: 13pt, tracking: 1pt)[RĪKOJUMS])
#v(1mm)
#placeDateNumber()
#v(5mm)
#text(weight: "bold")[#data.subject]
#v(3mm)

#let facts(..rows) = block(above: 3mm, below: 4mm, inset: (left: 6mm), grid(
  columns: (42mm, 1fr), row-gutter: 2.2mm, ..rows.pos().map(((name, value)) => ([#name], [#value])).flatten(),
))
#set enum(numbering: "1.", spacing: 1.1em)
${body}
#signature(data.signer.jobTitle, data.signer.name)
#signatureNote()
#preparedBy()
`;

/** Order on leave: what it rests on, whom and what it gives, who stands in, who does what. */
export const LEAVE_ORDER = order(`
Pamatojoties uz #data.basis un izskatot darbinieka #data.request.date iesniegumu Nr. #data.request.number,

+ Piešķirt #data.leave.accusative:
  #facts(
    ("Darbinieks", data.person.name),
    ("Amats", data.person.jobTitle),
    ("Struktūrvienība", data.person.unitName),
    ("Laiks", [no #data.leave.fromDay līdz #data.leave.toDay]),
    ("Ieskaitāmās dienas", data.leave.daysText.trim(regex("[()]"))),
  )
#if data.leave.substitute != none [
  + Darbinieka prombūtnes laikā amata pienākumus un dokumentu vadības sistēmas uzdevumus pilda #data.leave.substitute.
]
+ Personāla nodaļai ierakstīt atvaļinājumu uzskaitē un iepazīstināt darbinieku ar rīkojumu līdz #data.acquaintBy
+ Finanšu nodaļai veikt aprēķinu normatīvajos aktos noteiktajā kārtībā.
`);

/** Order on a business trip. */
export const TRIP_ORDER = order(`
Pamatojoties uz Ministru kabineta 2010. gada 12. oktobra noteikumiem Nr. 969 „Kārtība, kādā atlīdzināmi ar komandējumiem saistītie izdevumi”,

+ Nosūtīt komandējumā:
  #facts(
    ("Darbinieks", data.person.name),
    ("Amats", data.person.jobTitle),
    ("Struktūrvienība", data.person.unitName),
    ("Vieta", data.trip.place),
    ("Mērķis", data.trip.aim),
    ("Laiks", [no #data.trip.fromDay līdz #data.trip.toDay #data.trip.daysText]),
    ("Transports", data.trip.transport),
    ("Izdevumi", data.trip.costs),
  )
#if data.trip.substitute != none [
  + Darbinieka prombūtnes laikā amata pienākumus un dokumentu vadības sistēmas uzdevumus pilda #data.trip.substitute.
]
+ Darbiniekam līdz #data.trip.reportBy iesniegt komandējuma atskaiti un izdevumus apliecinošos dokumentus.
+ Personāla nodaļai iepazīstināt darbinieku ar rīkojumu līdz #data.acquaintBy
`);
