/**
 * Ordinary words of one meaning, or near it: how people ask is seldom how texts tell. By hand, folded; a word may stand in several
 * groups, and words of many meanings are left out. What companies are asked stands in `synonyms`.
 */
import { analyzerFor } from './analyzer';
import type { LanguageCode } from './languages';

/** A group a comma. */
export const thesaurus: Partial<Record<LanguageCode, string>> = {
  en: `
    big large huge great vast enormous massive, biggest largest greatest most, small little tiny minor, smallest
    least fewest, highest tallest top, oldest earliest first, old ancient elderly aged age, new recent modern, begin
    start commence launch initiate open outset, end finish conclude complete close cease terminate stop, last final
    latest, main primary principal chief major key leading, important significant crucial essential vital notable,
    famous renowned celebrated prominent notable known, rich wealthy affluent wealth, poor impoverished poverty,
    fast quick rapid speed, slow gradual, difficult hard challenging, easy simple, create make produce form
    establish develop design, establish found set founded institute, build construct erect construction, invent
    devise develop, destroy demolish ruin devastate wreck, kill murder assassinate execute slay slain, die perish
    pass death killed, bury entomb inter grave tomb cemetery, born birth birthplace, marry wed wife husband spouse,
    child son daughter kid offspring, father dad parent, mother mom parent, brother sister sibling, family
    relatives, boy girl youth, man male, woman female, leader head chief ruler commander, king monarch ruler
    emperor, queen monarch, president head leader, boss chief manager director, govern rule reign control
    administer, war conflict battle fighting, fight battle combat clash, attack assault raid strike invade, army
    troops forces military soldiers, soldier troop, navy fleet ships, weapon arms, win victory defeat triumph,
    defeat beat overcome conquer, lose defeat, surrender capitulate, peace treaty truce, agreement treaty accord
    pact deal contract, law act legislation statute rule, rule regulation law, court tribunal judge, crime offense,
    prison jail imprison incarcerate, arrest detain capture, punish penalty punishment penalize, allow permit let
    enable authorize, forbid ban prohibit outlaw bar, prevent stop avoid block hinder, force compel oblige, require
    need necessary demand, refuse reject decline deny, accept agree approve, agree consent, disagree oppose object,
    support back favor endorse, oppose resist against, protest demonstration, call name term title dub known refer,
    say state claim declare assert announce, claim assert argue allege maintain, tell inform report, ask request
    inquire, answer reply respond, describe depict portray characterize, explain account, think believe consider
    opinion, believe belief faith, idea concept notion theory, view opinion, know aware, show demonstrate reveal
    indicate display, prove demonstrate show evidence, discover find uncover detect, find locate discover, search
    seek look, see observe view, study research examine investigate, investigate probe examine, test experiment
    trial, learn study, teach instruct educate, school college university academy, student pupil, teacher instructor
    professor, help assist aid support, protect defend guard safeguard preserve, save rescue preserve, keep retain
    maintain preserve, hold keep, give provide supply offer grant donate, get obtain receive acquire gain, take
    seize capture, steal rob theft, buy purchase acquire, sell sold trade, pay cost spend, cost price expense, money
    funds cash, income earnings revenue salary wage, tax tariff duty levy, use utilize employ apply usage, change
    alter modify transform shift, become turn, increase rise grow expand raise gain, decrease decline fall reduce
    drop diminish lower, reduce lower cut lessen, improve enhance, spread expand extend, extend stretch reach,
    include contain comprise consist, consist comprise compose made, contain hold, part portion section component,
    piece part fragment, whole entire total all, total sum overall, amount quantity number, number count total, many
    numerous multiple several, few several, half fifty, percent percentage share proportion, average mean typical,
    common frequent widespread usual, rare uncommon unusual scarce, usual normal typical ordinary, cause lead result
    reason produce trigger, reason cause motive why, result consequence outcome effect, effect impact influence
    consequence, influence affect impact inspire, purpose aim goal objective, goal aim target, plan scheme strategy,
    method way technique approach process, way method manner, kind type sort form variety category class, group
    organization team band, organization body institution agency association, company firm corporation business,
    place location site area spot, area region zone district territory, region area province territory, city town
    urban municipality, town village settlement, country nation state, border boundary frontier adjacent, near close
    nearby adjacent proximity, located situated lies, live reside inhabit dwell, resident inhabitant citizen
    population people, people population persons, population inhabitants residents, home house residence, building
    structure edifice, church cathedral chapel, castle fortress palace, street road avenue, road highway route,
    bridge crossing, river stream waterway, sea ocean, mountain peak hill, forest woods, land territory ground,
    island isle, east eastern, travel journey trip voyage, move migrate relocate shift, leave depart exit, arrive
    reach come, go travel, return come back, join unite enter merge, unite combine merge unify, divide split
    separate, separate divide apart, carry transport bear, send dispatch transmit, bring carry, ship vessel boat,
    plane aircraft airplane, train railway railroad rail, car automobile vehicle, work job labor employment, worker
    laborer employee, job occupation profession career work, hire employ recruit, fire dismiss sack, retire resign
    quit, serve work, write author compose pen, writer author novelist, book novel publication work, publish issue
    release print, newspaper paper press, magazine journal, letter message, language tongue, word term, poem poetry
    verse poet, song music tune, singer vocalist, sing perform, perform play act, play drama theatre, film movie
    picture cinema, show program series, television tv, broadcast air transmit, watch view audience, art painting,
    paint painting painter, picture image, game match contest, compete contest rival, champion winner title, team
    club squad, player athlete, coach trainer, stadium arena venue, host hold, award prize honor medal, illness
    disease sickness ailment, disease illness infection, sick ill, doctor physician, medicine drug medication, drug
    medication pharmaceutical, cure treat heal remedy, hospital clinic, injury wound hurt injured, hurt injure harm
    damage, damage harm destroy, danger risk hazard threat peril, safe secure, fear afraid dread, hate dislike, love
    like affection, food diet eat, meal dinner, eat consume feed, drink beverage, farm agriculture crop, farmer
    peasant, plant vegetation, animal creature, tree wood, water liquid, fire burn blaze flame, heat temperature
    thermal, cold cool, light illumination, energy power, power strength force authority, engine motor, machine
    device apparatus, device instrument apparatus, tool instrument, material substance, substance chemical compound,
    computer machine, religion faith, god deity, priest clergy minister, holy sacred, pray prayer worship, vote
    elect election ballot, election vote poll, member participant, meeting assembly conference summit gathering,
    parliament legislature assembly, government administration authorities, right privilege, freedom liberty, equal
    same equality, same identical, different distinct, difference distinction, similar alike resemble like, opposite
    contrary reverse, year annual, date day when, period era age time, length duration long, height tall elevation
    altitude, width wide, depth deep, distance far, size area large, weight heavy mass, speed velocity rate, happen
    occur take, event incident occurrence, problem issue difficulty trouble, error mistake, accident crash, success
    successful achieve, achieve accomplish attain reach, fail failure unsuccessful, try attempt effort, continue
    remain persist, remain stay, choose select pick elect, decide determine, appoint name nominate assign, replace
    substitute succeed, remove eliminate delete, add addition, join connect link, relation relationship connection,
    compare comparison, measure gauge, nickname known called, originally initially first, current present now,
    former previous past, previous prior earlier before, after following later, during while throughout, together
    jointly, alone sole solely only, mostly mainly primarily largely, almost nearly about approximately,
    approximately about around roughly, often frequently, worldwide global international world, abroad overseas
    foreign, native indigenous original, enemy foe opponent, friend ally, ally partner, wish desire want, intend
    plan, expect anticipate, suggest propose recommend, advise counsel, warn caution, complain criticize criticism,
    criticize criticism condemn, accuse charge blame, blame fault, true real, false untrue, correct right, wrong
    incorrect, secret hidden, lack absence shortage, shortage lack scarcity, abundant plentiful, full complete,
    strong powerful, build development, trade commerce, industry manufacturing, factory plant, manufacture produce
    make, product goods, store shop, loan debt, invest investment, accompany escort, accurate precise exact, achieve
    gain earn, active busy, actual real, adequate sufficient enough, adjust adapt modify, adult grown, advance
    progress proceed, advantage benefit, advertise promote publicize, aid relief, alarm alert, alcohol wine beer
    liquor, amaze astonish surprise, ancestor forefather lineage descent, descend descent origin ancestor, anger
    rage fury angry, announce proclaim publicize declare, annual yearly, appeal attract, appear emerge seem,
    architect designer, architecture building design, argue debate dispute, argument dispute quarrel, army regiment
    battalion, arrange organize, article essay, ascend climb, assess evaluate estimate judge, assets property
    wealth, associate connect link relate, assumption premise, astronomer astronomy, atom particle, attach connect
    fasten, attract draw lure, audience viewers spectators listeners, authority jurisdiction, average per, ban
    prohibition, barrier obstacle wall, base foundation headquarters, headquarters headquartered office based, basic
    fundamental elementary, battle campaign, beach coast shore, coast shore coastline seaside, beautiful attractive,
    behavior conduct, belong part member, benefit profit gain, betray treason, scripture bible text, bill
    legislation act, bishop clergy, board committee council, committee council commission panel, border neighbor,
    borrow loan, bottom base lowest, brave courage courageous, brief short, bright luminous, broad wide, budget
    spending, combust burn combustion fire, busy crowded, calculate compute determine, calm peaceful, campaign
    crusade, cancel abolish, abolish end eliminate repeal, repeal revoke abolish, capability ability capacity,
    ability capability power, capacity volume hold, capital money, care concern, cargo freight goods, carve sculpt,
    catch capture, catholic papal pope, pope papacy papal, celebrate commemorate festival, ceremony ritual rite,
    chairman chair president, chance opportunity probability, character role figure, role part character function,
    chart graph, cheap inexpensive, christian christianity church, circle ring, circular round, citizen national,
    claim assertion, classify categorize, clean pure, clear obvious, clever intelligent smart, climate weather,
    cloth fabric textile, clothes dress garment, coin currency money, collapse fall, colleague associate, collect
    gather accumulate, colony settlement colonial territory, colonist settler pioneer, color hue, combine mix blend,
    command order, comment remark, community society, competitor rival opponent, complex complicated, component
    element ingredient, composition structure makeup, composer musician, concentrate focus, concern worry, condition
    state, conduct perform carry, conference convention, confirm verify, confuse confusion, congress legislature,
    conscious aware, constant steady, constitution charter, contact touch, contemporary modern, contribute donate,
    contribution donation, convince persuade, collaborate cooperate partner, copy duplicate replicate, corrupt
    corruption bribe, council assembly, county district, courage bravery, crash collision, create invent originate,
    attribute credit ascribe, crisis emergency, crowd mob throng, cruel brutal, culture civilization, tradition
    custom heritage, cut slice, dam reservoir, dance ballet, deadly fatal lethal, debate discussion dispute, debt
    owe, decay rot decompose, declare proclaim pronounce, decorate ornament, dedicate devote, defect flaw, define
    definition meaning, delay postpone, democracy democratic, dense density, depict represent show, depression
    recession, derive originate come, originate derive begin origin, origin originate source beginning root,
    descendant offspring, desert arid, deserve merit, design plan, detail particular, detect sense, dictator tyrant,
    dig excavate, dimension size, director filmmaker, disaster catastrophe, discuss talk, dismiss expel remove,
    dispute controversy conflict, controversy controversial dispute, distribute allocate, doctrine teaching belief,
    document record, dominate control prevail, drama theater, drug narcotic, dry arid, eager keen, earn make, earth
    planet world, earthquake seismic, economic financial, edge border, educate school, education schooling learning,
    elderly senior, electric electrical power, element part, emotion feeling, emphasize stress highlight, encounter
    meet, encourage promote, engineer engineering, enjoy like, ensure guarantee, entertain entertainment amuse,
    environment surroundings nature, environmental ecology, equipment gear, equivalent equal, escape flee, estate
    property, estimate approximate calculation, ethnic racial race, race ethnic ethnicity, evidence proof, evil
    wicked, exam test, example instance, excellent outstanding, exchange trade swap, execute carry, exhibit display
    museum, exile banish, expedition voyage exploration, explore exploration explorer, expensive costly, expert
    specialist, extinct extinction, additional extra more, severe serious extreme, fabric material, fair just,
    famine hunger starvation, hunger starve, fan supporter, farm ranch, fashion style, favor prefer, characteristic
    feature trait property, feast banquet, federal national, festival celebration, fiction novel, field area, fight
    struggle, figure statistic, fund finance sponsor money, firearm gun rifle, flag banner, flat level, floor story
    storey, flower bloom, follower disciple supporter, supporter follower advocate, advocate support promote, friend
    companion, function role purpose, garden park, gender sex, generate produce create, genetic gene, goods
    merchandise products, grain wheat cereal, grant award, guest visitor, guilty convicted, habitat environment,
    handle manage, manage run operate, happy glad joy, harbor port, harsh severe, harvest crop, health healthy, hear
    listen, heir successor, heritage legacy, hide conceal, hit strike, holiday vacation, horse cavalry, cavalry
    horsemen, human people, hunt hunter, theory hypothesis model, recognize identify acknowledge, ignore neglect,
    illegal unlawful, immediate instant, immune immunity, implement execute, imply suggest, improve better,
    incorporate include, independent independence autonomy, autonomy autonomous independence, individual person,
    infant baby, infect infection, information data, initial first, inner internal, internal inside, interval gap,
    involve include, iron steel, isolated remote, remote distant, jewel gem, journalist reporter, judge justice,
    killer murderer, kingdom realm, laboratory lab, language dialect, lawyer attorney, lecture speech, legal lawful,
    legend myth, legislator lawmaker, letter correspondence, license permit, limit restrict, liquid fluid,
    literature literary, lord noble, noble aristocrat nobility, majority most, manufacturer maker, massacre
    slaughter, memory remember, remember recall, mental psychological, merchant trader, migrate migration, missile
    rocket, mixture blend, monastery monk abbey, ethical moral ethics, motion movement, museum gallery, naval navy,
    necessary essential, negotiate talks, noise sound, nuclear atomic, obey comply follow, obligation duty,
    responsibility duty charge, officer official, oil petroleum, orbit revolve, epidemic plague outbreak, outer
    external, overthrow depose, passenger rider, peak summit, penalty fine, phase stage, phone telephone, pledge
    promise, poison toxic, position post, possess own, pottery ceramic, predict forecast, preserve conserve,
    prisoner captive inmate, quarter fourth, rebel revolt uprising, rebellion revolt uprising, rent lease,
    researcher scientist, retreat withdraw, rotate spin, scholar academic, sculpture statue, senate senator, sermon
    preach, shape form, siege besiege, slave slavery, soul spirit, staff employees, stone rock, storm hurricane,
    story tale, subject topic, subway metro, surgery operation, tourist visitor, treatment therapy, undergraduate
    student, vaccine vaccination, value worth, violate breach, garbage waste trash`,
  de: `
    gross riesig gewaltig, klein gering, neu modern jung, alt antik fruh, beginnen anfangen starten beginn anfang,
    enden aufhoren beenden ende schluss, wichtig bedeutend wesentlich, beruhmt bekannt, schnell rasch
    geschwindigkeit, schwierig schwer, einfach leicht, erstellen erzeugen schaffen entwickeln, grunden errichten
    gegrundet, bauen errichten erbaut konstruieren, erfinden erfunden entwickeln, zerstoren vernichten, toten
    ermorden umbringen, sterben tod gestorben, heiraten ehe ehefrau, kind sohn tochter, fuhrer leiter anfuhrer chef,
    konig herrscher monarch, herrschen regieren, krieg konflikt kampf, schlacht kampf, angriff angreifen uberfall,
    armee heer truppen militar, sieg gewinnen, niederlage besiegen, vertrag abkommen vereinbarung, gesetz recht,
    erlauben gestatten zulassen, verbieten untersagen, verhindern vermeiden, benotigen brauchen erfordern, ablehnen
    verweigern, nennen bezeichnen heissen bezeichnung namen, sagen behaupten erklaren, zeigen belegen, entdecken
    finden entdeckt, untersuchen studie forschung studieren, lernen lehren unterrichten, schule universitat
    hochschule, helfen unterstutzen, schutzen verteidigen, geben bieten liefern, bekommen erhalten, kaufen erwerben,
    verkaufen verkauf, kosten preis, geld mittel, einkommen lohn gehalt, steuer abgabe, benutzen verwenden nutzen
    gebrauchen einsetzen, andern verandern, zunehmen steigen wachsen anstieg, abnehmen sinken zuruckgehen, enthalten
    umfassen beinhalten bestehen, teil bestandteil abschnitt, anzahl zahl menge, anteil prozent prozentsatz, ursache
    grund, folge ergebnis auswirkung, einfluss wirkung auswirkung, ziel zweck, art typ sorte form, gruppe
    organisation, unternehmen firma gesellschaft konzern, ort stelle platz, gebiet region bereich gegend, stadt ort,
    land staat nation, grenze angrenzen, leben wohnen bewohnen, bewohner einwohner bevolkerung, menschen leute
    personen, gebaude bauwerk, fluss strom, meer ozean, reise fahrt, verlassen abreisen, ankommen erreichen, arbeit
    beruf tatigkeit, arbeiter beschaftigte mitarbeiter, schreiben verfassen autor, autor schriftsteller verfasser,
    veroffentlichen herausgeben erscheinen, film kino, spiel partie, spieler sportler, mannschaft team, preis
    auszeichnung, krankheit erkrankung, arzt mediziner, medikament arznei, essen nahrung, gefahr risiko, energie
    kraft leistung, maschine gerat, religion glaube, wahl wahlen abstimmung, regierung verwaltung, freiheit frei,
    unterschied verschieden, ahnlich gleich, dauer lange, hohe hoch, geschehen passieren ereignen, problem
    schwierigkeit, erfolg erfolgreich, versuchen versuch, wahlen auswahlen, entscheiden bestimmen, ungefahr etwa
    circa, haufig oft, feind gegner, kritisieren kritik, mangel fehlen, abbilden darstellen zeigen, abschaffen
    aufheben, anfuhren leiten, anpassen andern, anwenden verwenden, anwenden nutzen, arm armut, aufgabe pflicht
    funktion rolle, aufstand revolte rebellion, ausbreiten verbreiten ausdehnen, ausbruch epidemie seuche, pest
    seuche epidemie, auswandern einwandern migration, bahn zug eisenbahn, bauer landwirt landwirtschaft, bedeuten
    bedeutung sinn, bedrohen drohung gefahr, beeinflussen einfluss, befehl anordnung, begraben beerdigen bestattung
    grab, begrenzen beschranken, behandeln therapie behandlung, benennen namen, beobachten sehen, bericht meldung,
    besitzen eigentum gehoren, bestimmen festlegen, beteiligen teilnehmen, bevorzugen vorziehen, beweisen nachweisen
    beleg, bezahlen zahlen, burg schloss festung, burger staatsburger, definieren definition, denken glauben meinen,
    deutlich klar, dorf siedlung, eigenschaft merkmal, einfuhren einfuhrung, einschliessen umfassen, einzig nur,
    element bestandteil, empfangen erhalten, entfernung abstand distanz, entwurf plan, erben nachfolger, erhohen
    steigern anheben, ermittlung untersuchung, ernennen bestimmen, ersetzen nachfolger, erzahlen berichten,
    fahigkeit konnen, familie verwandte, fehler irrtum, feiern fest, fernsehen tv, feuer brand, verbrennen brennen
    verbrennung, flache grosse, flussigkeit flussig, flughafen flugplatz, forscher wissenschaftler, wissenschaftler
    gelehrter, freund verbundeter, gegend viertel bezirk, gegenstand objekt, geistlicher priester, geschichte
    historisch, geschwister bruder schwester, gewicht masse, grenzen nachbar, handel geschaft, ursprung entstehung
    herkunft, herstellen produzieren produktion fertigen, heute aktuell, hinrichten toten, hochste grosste, idee
    konzept, insgesamt gesamt, jahrlich jahr, kaiser herrscher, kaufmann handler, klima wetter, kunst kunstler, lage
    standort ort, lehrer professor, leiten fuhren, lied musik, literatur bucher, lokal ortlich, losen losung, macht
    gewalt herrschaft, material stoff, mehrheit meisten, mitglied angehorige, mord ermordung, nachricht botschaft,
    name bezeichnung, ol erdol, erdol petroleum, offentlich staatlich, person mensch, regel vorschrift, reich
    wohlhabend, schaden beschadigen, schauspieler darsteller, schiff boot, sieger gewinner, soldat truppen, stark
    machtig, stoff substanz, strasse weg, strafe bestrafen, student schuler, tagung konferenz, temperatur hitze,
    theorie hypothese, trennen teilen, umwelt natur, ungewohnlich selten, unterrichten lehrer, unterstutzung hilfe,
    unterzeichnen unterschreiben, verandern wandel, verein verband, verletzen verletzung, volk bevolkerung, vorteil
    nutzen, wahlen stimme, weltweit global international, widerstand protest, wirtschaft okonomie, wohnung haus,
    zeitraum periode epoche, zweck funktion`,
  es: `
    grande enorme gran inmenso, pequeno menor, mayor grande, nuevo reciente moderno, viejo antiguo edad, empezar
    comenzar iniciar inicio, terminar acabar finalizar concluir fin, importante significativo principal, famoso
    conocido celebre, rapido veloz velocidad, dificil complicado, facil sencillo, crear formar desarrollar, fundar
    establecer crear, construir edificar construccion, inventar desarrollar, destruir devastar, matar asesinar
    ejecutar, morir fallecer muerte, casar matrimonio esposa esposo, hijo hija nino, lider jefe dirigente, rey
    monarca gobernante, gobernar reinar, guerra conflicto batalla, ataque atacar asalto, ejercito tropas fuerzas,
    victoria ganar vencer, derrota derrotar vencer, tratado acuerdo pacto, ley norma legislacion, permitir autorizar
    dejar, prohibir vetar, evitar impedir prevenir, necesitar requerir, rechazar negar, llamar denominar nombre
    nombrar conocer, decir afirmar declarar, mostrar demostrar revelar, descubrir encontrar hallar, estudiar
    investigar estudio investigacion, ensenar educar, escuela universidad colegio, ayudar asistir apoyar, proteger
    defender, dar proporcionar ofrecer, obtener recibir conseguir, comprar adquirir, vender venta, costo coste
    precio, dinero fondos, ingresos salario, impuesto arancel, usar utilizar emplear uso, cambiar modificar alterar,
    aumentar crecer incrementar aumento, disminuir reducir bajar caer, contener incluir comprender, parte porcion
    seccion, numero cantidad, porcentaje ciento proporcion, causa razon motivo, resultado consecuencia efecto,
    influencia influir afectar, objetivo meta proposito, tipo clase forma, grupo organizacion equipo, empresa
    compania, lugar sitio ubicacion, zona area region, ciudad pueblo urbano, pais nacion estado, frontera limite,
    vivir residir habitar, habitantes residentes poblacion, gente personas, edificio estructura, mar oceano, viaje
    viajar, salir partir, llegar alcanzar, trabajo empleo, trabajador obrero empleado, escribir autor redactar,
    autor escritor, publicar publicacion editar, pelicula cine, juego partido, jugador deportista, premio galardon,
    enfermedad dolencia, medico doctor, medicamento farmaco medicina, comida alimento comer, peligro riesgo, energia
    poder fuerza, maquina dispositivo, religion fe, votar elegir eleccion, gobierno administracion, libertad libre,
    diferencia distinto diferente, similar parecido, duracion largo, altura alto, ocurrir suceder pasar, problema
    dificultad, intentar intento, elegir seleccionar escoger, decidir determinar, aproximadamente alrededor, enemigo
    rival, critica criticar, falta escasez ausencia, abolir eliminar, acuerdo convenio, adaptar ajustar, afirmar
    sostener, agricultor campesino granjero, agricultura cultivo, aliado socio, alumno estudiante, amenaza peligro,
    amigo companero, ampliar expandir extender, anual ano, apariencia aspecto, aparecer surgir, aprender estudiar,
    arrestar detener, asistencia ayuda, autoridad poder, barco nave buque, beneficio ventaja, bosque selva, brote
    epidemia plaga, peste plaga epidemia, calor temperatura, camino ruta carretera, cancion musica, cantidad
    volumen, capacidad habilidad, capturar tomar, caracteristica rasgo propiedad, carcel prision, castigo pena
    sancion, castillo fortaleza palacio, causar provocar producir, celebrar fiesta, cercano proximo, ciencia
    cientifico, cientifico investigador, clima tiempo, coche automovil vehiculo, colaborar cooperar, comercio
    negocio, comerciante mercader, comite consejo, componente elemento, concepto idea, condado distrito, conectar
    unir, conferencia reunion, conflicto disputa, considerar pensar creer, constituir formar, contribuir aportar,
    corte tribunal, costumbre tradicion, crecimiento aumento, crimen delito, dano lesion, definir definicion,
    demostrar probar, dios deidad, diseno plan, distribuir repartir, dividir separar, elevar subir, emigrar migrar
    inmigrar, emperador gobernante, emplear contratar, enterrar tumba, epoca periodo era, evento suceso, exigir
    requerir, flota armada, fuego incendio, quemar combustion fuego, fuente origen, origen procedencia, funcion
    papel, guerrero soldado, heredero sucesor, igual mismo, indicar senalar, individuo persona, invadir invasion,
    lengua idioma, libro obra, limitar restringir, lograr conseguir, luchar combatir, manera modo metodo, miembro
    integrante, mundial global internacional, oficina sede, profesor maestro, rebelion revuelta sublevacion,
    reemplazar sustituir, sacerdote clero, soldados tropas, teoria hipotesis, territorio region, tren ferrocarril`,
};

const known = new Map<LanguageCode, ReadonlyMap<number, ReadonlySet<number>>>();
const NONE: ReadonlySet<number> = new Set();

/** The terms of words whose meaning is near that of a term. */
export function relatedTerms(term: number, language: LanguageCode): ReadonlySet<number> {
  let related = known.get(language);
  if (related === undefined) {
    related = readGroups(language);
    known.set(language, related);
  }
  return related.get(term) ?? NONE;
}

function readGroups(language: LanguageCode): ReadonlyMap<number, ReadonlySet<number>> {
  const analyzer = analyzerFor(language);
  const related = new Map<number, Set<number>>();
  for (const group of thesaurus[language]?.split(',') ?? []) {
    const words = group.trim().split(/\s+/);
    const terms = words.map((word) => analyzer.termOfWord(word)).filter((term) => term !== 0);
    for (const term of terms) {
      const others = related.get(term) ?? new Set<number>();
      for (const other of terms) if (other !== term) others.add(other);
      related.set(term, others);
    }
  }
  return related;
}
