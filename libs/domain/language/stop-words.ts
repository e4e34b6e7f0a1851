/**
 * Words that carry no weight in search, by language, folded as the scanner folds them. They are listed by hand: articles,
 * pronouns, prepositions, conjunctions, auxiliaries and question words. Question words carry no search weight but tell
 * the answer extractor what is asked, so they stay visible in `analyzer.tokens`.
 */
import type { LanguageCode } from './languages';

const lists: Readonly<Record<Exclude<LanguageCode, 'simple'>, string>> = {
  en: `a an the of in on at to for from by with without as is are was were be been being am do does did doing done have has
    had having i me my mine myself we us our ours you your yours yourself he him his she her hers it its itself they them
    their theirs this that these those and or but if then than so not no nor what which who whom whose when where why how
    can could should would will shall may might must there here about into onto over under between through during before
    after above below up down out off again further once only own same too very just also s t d ll m re ve dont doesnt
    didnt isnt arent wasnt werent cant couldnt wouldnt shouldnt wont im ive youre thats whats lets ur u`,
  de: `der die das den dem des ein eine einer eines einem einen kein keine keinen keiner und oder aber wenn dann als wie so
    nicht nein ja ich mich mir mein meine meinen meinem meiner du dich dir dein deine deinen wir uns unser unsere ihr euch
    euer sie ihnen ihre ihren ihrem er ihn ihm sein seine seinen es man sich dies diese dieser dieses diesem diesen jene
    was welche welcher welches welchen wer wen wem wessen wann wo woher wohin warum wieso weshalb womit wofur ist sind bin
    bist seid war waren wird werden wurde wurden worden hat habe haben hatte hatten kann konnen konnte muss mussen soll
    sollen sollte will wollen darf durfen mochte in im ins an am auf aus bei beim mit nach von vom vor zu zum zur uber
    unter durch fur gegen ohne um bis seit wahrend zwischen auch noch nur schon sehr hier da dort dass ob weil damit fuer ueber
    koennen koennte muessen moechte duerfen waehrend wofuer`,
  fr: `le la les l un une des du de d au aux ce cet cette ces et ou mais donc or ni car si que qu qui quoi dont quand comment
    pourquoi combien quel quelle quels quelles lequel laquelle je j me m mon ma mes moi tu te t ton ta tes toi il elle on
    nous notre nos vous votre vos ils elles se s son sa ses leur leurs lui y en ne n pas plus est es suis sommes etes sont
    etait etaient ete etre sera seront a ai as avons avez ont avait avaient avoir peut peux pouvez peuvent puis faut dois
    doit dans sur sous avec sans pour par vers chez entre pendant avant apres depuis jusque aussi tres ici la meme c comme
    ceci cela ca`,
  es: `el la los las lo un una unos unas de del al a y e o u pero si no ni que quien quienes cual cuales cuando donde adonde
    como por porque cuanto cuanta cuantos cuantas yo me mi mis mio tu te ti tus su sus el ella ello ellos ellas nos nosotros
    nuestro nuestra nuestros nuestras vos usted ustedes os vuestro se le les es son soy eres somos era eran fue fueron ser
    sido sera esta estan estoy este esta estos estas ese esa esos esas eso esto aquel aquella ha han he hemos haber habia
    hay puede puedo pueden podemos debe debo en con sin sobre entre hasta desde para hacia durante ya muy mas tambien
    solo aqui alli`,
  it: `il lo la i gli le l un uno una di del dello della dei degli delle d a al allo alla ai agli alle da dal dallo dalla dai
    dagli dalle in nel nello nella nei negli nelle nell dell all dall sull su sul sullo sulla sui sugli sulle con per tra
    fra e ed o ma se non ne che chi cui quale quali quando dove come perche quanto quanta quanti quante cosa cos io mi me mio
    mia miei mie tu ti te tuo tua lui lei si suo sua suoi sue noi ci nostro nostra voi vi vostro vostra loro li questo
    questa questi queste quello quella quelli quelle e sono sei siamo siete era erano fu essere stato stata ho hai ha
    abbiamo avete hanno aveva avere puo posso puoi possono possiamo deve devo anche piu molto qui c dov`,
  pt: `o a os as um uma uns umas de do da dos das em no na nos nas ao aos por pelo pela pelos pelas para com sem sobre entre ate
    desde e ou mas se nao nem que quem qual quais quando onde como porque quanto quanta quantos quantas eu me mim meu minha
    meus minhas tu te ti teu tua voce voces ele ela eles elas lhe lhes nos nosso nossa nossos nossas vos seu sua seus suas
    este esta estes estas esse essa esses essas isto isso aquele aquela e sao sou es somos era eram foi foram ser sido sera
    estao estou tem tenho ter tinha ha pode posso podem podemos deve devo ja muito mais tambem so aqui ai num numa`,
  nl: `de het een der den des en of maar als dan dat dit deze die niet geen nee ja ik me mij mijn je jij jou jouw u uw hij hem zijn
    zij ze haar we wij ons onze jullie hun hen zich wie wat welke welk wanneer waar waarom hoe hoeveel is ben bent was waren
    wordt worden werd werden geworden heb hebt heeft hebben had hadden kan kunt kunnen kon moet moeten mag mogen wil wilt
    willen zal zullen zou zouden in op aan bij met naar van voor door over onder uit tot om tegen tussen zonder sinds
    tijdens te er hier daar ook nog al alleen zeer heel t s omdat`,
  sv: `en ett den det de dem denna detta dessa och eller men om sa som att inte ej nej ja jag mig min mitt mina du dig din ditt
    dina han honom hans hon henne hennes vi oss var vart vara ni er ert era sig sin sitt sina man vad vem vilka vilken
    vilket nar var varfor hur ar vara varit blir bli blev har ha hade haft kan kunna kunde ska skall skulle maste vill far
    i pa av for till fran med utan vid under over mellan genom efter fore innan mot ur hos an ocksa bara mycket har dar da nu`,
  da: `en et den det de dem denne dette disse og eller men hvis sa som at ikke nej ja jeg mig min mit mine du dig din dit dine han
    ham hans hun hende hendes vi os vores i jer jeres sig sin sit sine man hvad hvem hvilken hvilket hvilke hvornar hvor
    hvorfor hvordan er var vaere vaeret bliver blive blev har have havde haft kan kunne skal skulle ma vil ville far
    pa af for til fra med uden ved under over mellem gennem efter for inden mod hos end ogsa kun meget her der da nu om nar
    nogle nogen vores blive`,
  no: `en ei et den det de dem denne dette disse og eller men hvis sa som at ikke nei ja jeg meg min mitt mine du deg din ditt dine
    han ham hans hun henne hennes vi oss var vart vare i dere deres seg sin sitt sine man hva hvem hvilken hvilket hvilke
    nar hvor hvorfor hvordan er var vaere vaert blir bli ble har ha hadde hatt kan kunne skal skulle ma vil ville far
    pa av for til fra med uten ved under over mellom gjennom etter inn mot hos enn ogsa bare mye her der da na om`,
  fi: `ja tai mutta jos niin kuin etta ei en et emme ette eivat kylla mina minun minua minulle minulla sina sinun sinua sinulle
    sinulla han hanen hanta me meidan meita meille te teidan teita teille he heidan se sen sita siina ne niiden niita tama
    taman tata nama nuo tuo mika minka mita missa mista mihin milla kuka kenen ketka milloin miksi miten kuinka mikali on
    ovat olen olet olemme olette oli olivat ole olla ollut voi voin voit voiko voinko saa saan saako pitaa taytyy ovatko onko
    myos viela vain jo siis kun koska kanssa ilman ennen jalkeen yli alle`,
  ru: `и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о
    из ему когда даже ну ли если уже или ни быть был него до вас вам нибудь опять уж ведь там потом себя ничего ей может
    они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот
    эта это эти этого этой того потому какой какая какие какого ним здесь мой моя мои моего мою наш ваш ваша ваши вашего
    свой чтобы нее были куда зачем почему можно при об после над больше через нас про всего них сколько со нам можете
    могу мочь откуда такое`,
};

const sets = new Map<LanguageCode, ReadonlySet<string>>();

export function stopWordsOf(language: LanguageCode): ReadonlySet<string> {
  const known = sets.get(language);
  if (known !== undefined) return known;
  const made: ReadonlySet<string> = new Set(language === 'simple' ? [] : lists[language].split(/\s+/));
  sets.set(language, made);
  return made;
}
