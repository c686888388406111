/**
 * Latvian words with inflected forms as municipal letters use them, written for measuring only: neither the dictionary
 * preparation nor the query was tuned on them. Dictionary form: inflected forms.
 */
export const WORD_FORMS = `
bērnudārzs: bērnudārza bērnudārzam bērnudārzu bērnudārzā bērnudārzi bērnudārziem bērnudārzos
ietve: ietves ietvei ietvi ietvē ietvēm ietvju
noteka: notekas notekai noteku notekā notekām
kapsēta: kapsētas kapsētai kapsētu kapsētā kapsētās
slidotava: slidotavas slidotavai slidotavu slidotavā
velosipēds: velosipēda velosipēdam velosipēdu velosipēdi velosipēdiem
aizbildnība: aizbildnības aizbildnībai aizbildnību aizbildnībā
dzīvesvieta: dzīvesvietas dzīvesvietai dzīvesvietu dzīvesvietā
pabalsts: pabalsta pabalstam pabalstu pabalsti pabalstiem pabalstos
invaliditāte: invaliditātes invaliditātei invaliditāti invaliditātē
audžuģimene: audžuģimenes audžuģimenei audžuģimeni audžuģimenē audžuģimenēm
skolēns: skolēna skolēnam skolēnu skolēni skolēniem
ugunsdzēsējs: ugunsdzēsēja ugunsdzēsējam ugunsdzēsēju ugunsdzēsēji ugunsdzēsējiem
zemnieks: zemnieka zemniekam zemnieku zemnieki zemniekiem
ekspertīze: ekspertīzes ekspertīzei ekspertīzi ekspertīzē ekspertīzēm
galvojums: galvojuma galvojumam galvojumu galvojumi galvojumiem
apgaismojums: apgaismojuma apgaismojumam apgaismojumu apgaismojumā
krustojums: krustojuma krustojumam krustojumu krustojumā krustojumos
upe: upes upei upi upē upēm
tilts: tilta tiltam tiltu tiltā tilti tiltiem
grāvis: grāvja grāvim grāvi grāvī grāvji grāvjiem grāvjos
koks: koka kokam koku koki kokiem kokos
suns: suņa sunim suni suņi suņiem suņu
kaķis: kaķa kaķim kaķi kaķiem kaķu
akmens: akmens akmenim akmeni akmenī akmeņi akmeņiem akmeņu
ūdens: ūdens ūdenim ūdeni ūdenī ūdeņi ūdeņiem
mēnesis: mēneša mēnesim mēnesi mēnesī mēneši mēnešiem mēnešu
brālis: brāļa brālim brāli brāļi brāļiem
māsa: māsas māsai māsu māsām
sieva: sievas sievai sievu sievām
vīrs: vīra vīram vīru vīri vīriem
pensija: pensijas pensijai pensiju pensijā pensijām
slimnīca: slimnīcas slimnīcai slimnīcu slimnīcā slimnīcās
ārsts: ārsta ārstam ārstu ārsti ārstiem
koncerts: koncerta koncertam koncertu koncertā koncerti koncertos
bibliotēka: bibliotēkas bibliotēkai bibliotēku bibliotēkā bibliotēkās
muzejs: muzeja muzejam muzeju muzejā muzeji muzejos
stadions: stadiona stadionam stadionu stadionā
baseins: baseina baseinam baseinu baseinā
autobuss: autobusa autobusam autobusu autobusā autobusi autobusos
pietura: pieturas pieturai pieturu pieturā pieturās
biļete: biļetes biļetei biļeti biļetes biļetēm biļešu
atkritumi: atkritumu atkritumiem atkritumus atkritumos
konteiners: konteinera konteineram konteineru konteinerā konteineri
troksnis: trokšņa troksnim troksni troksnī trokšņi
smaka: smakas smakai smaku smakām
ēka: ēkas ēkai ēku ēkā ēkām ēkās
jumts: jumta jumtam jumtu jumtā jumti
logs: loga logam logu logā logi logiem
siena: sienas sienai sienu sienā sienām
apkure: apkures apkurei apkuri apkurē
siltums: siltuma siltumam siltumu siltumā
kanalizācija: kanalizācijas kanalizācijai kanalizāciju kanalizācijā
nodoklis: nodokļa nodoklim nodokli nodoklī nodokļi nodokļiem nodokļu
parāds: parāda parādam parādu parādā parādi parādiem
maksājums: maksājuma maksājumam maksājumu maksājumi maksājumiem
izsole: izsoles izsolei izsoli izsolē izsolēm
nomnieks: nomnieka nomniekam nomnieku nomnieki nomniekiem
īrnieks: īrnieka īrniekam īrnieku īrnieki īrniekiem
robeža: robežas robežai robežu robežā robežām
mērnieks: mērnieka mērniekam mērnieku mērnieki
liecinieks: liecinieka lieciniekam liecinieku liecinieki lieciniekiem
tiesa: tiesas tiesai tiesu tiesā tiesām
spriedums: sprieduma spriedumam spriedumu spriedumā spriedumi
soda: sodas sodai sodu
vēlēšanas: vēlēšanu vēlēšanām vēlēšanās
balsojums: balsojuma balsojumam balsojumu balsojumā balsojumi
deputāts: deputāta deputātam deputātu deputāti deputātiem
iepirkums: iepirkuma iepirkumam iepirkumu iepirkumā iepirkumi iepirkumos
pretendents: pretendenta pretendentam pretendentu pretendenti pretendentiem
būvniecība: būvniecības būvniecībai būvniecību būvniecībā
projekts: projekta projektam projektu projektā projekti projektiem
plašs: plaša plašam plašu plaši plašas plašām plašajā
drošs: droša drošam drošu droši drošas drošām drošāks
bīstams: bīstama bīstamam bīstamu bīstami bīstamas bīstamāks visbīstamākais
tukšs: tukša tukšam tukšu tukši tukšas
publisks: publiska publiskam publisku publiski publiskas publiskajā
skolot: skolo skoloja skolos
rakstīt: raksta rakstīja rakstīs rakstot rakstīts rakstīta
lasīt: lasa lasīja lasīs lasot lasīts
maksāt: maksā maksāja maksās maksājot
strādāt: strādā strādāja strādās strādājot strādājošs
dzīvot: dzīvo dzīvoja dzīvos dzīvojot
prasīt: prasa prasīja prasīs prasot
saņemt: saņem saņēma saņems saņemts saņemta saņemot
nosūtīt: nosūta nosūtīja nosūtīs nosūtīts nosūtīta nosūtot
pieteikt: piesaka pieteica pieteiks pieteikts
atteikt: atsaka atteica atteiks atteikts
būvēt: būvē būvēja būvēs būvējot būvēts
remontēt: remontē remontēja remontēs remontējot remontēts
pārdot: pārdod pārdeva pārdos pārdots pārdota
nopirkt: nopērk nopirka nopirks nopirkts
atļaut: atļauj atļāva atļaus atļauts atļauta
aizliegt: aizliedz aizliedza aizliegs aizliegts aizliegta
`;
