/** What any clause may say of the agreement it stands in. */
export const frameRoles = {
  contract: 2,
  contractParty: 2,
  counterparty: 2,
  effectiveDate: 1,
  contractNumber: 1,
  clauseNumber: 1,
} as const;

export const plainFrame = {
  tell: [
    'this [clause|provision] [is|forms] part of the {contract} between {contractParty} and {counterparty}(?, [dated|made on|signed on] {effectiveDate})',
    'this [clause|provision] [binds|applies to] {contractParty} and {counterparty} [alike|equally|in the same way](?, [from|as from] {effectiveDate})',
    'the parties [to this agreement |]are {contractParty} and {counterparty}',
    'this [clause|provision] [belongs to|stands in|is part of] the {contract}(? of {effectiveDate})(? [numbered|with the reference] {contractNumber})',
    '{contractParty} [agrees|has agreed|undertakes] to [comply with|observe|keep to] this [clause|provision](? [towards|in its dealings with] {counterparty})',
    'the other party, {counterparty}, [accepts|agrees to|is bound by] [the same|these] terms',
    'this [clause|provision] [takes effect on|applies from|has effect from] {effectiveDate}',
    '[the terms above|these terms] [take effect on|apply from] {effectiveDate} and [form part of|belong to] the {contract}',
    '[this|the] agreement [has|carries] the reference {contractNumber}(?, and this clause [has|carries] the number {clauseNumber})',
    'this [clause|provision] is [numbered|cited as] {clauseNumber}(? in contract {contractNumber})',
    'the law of {jurisdiction} [applies to|governs] this [clause|provision]',
    '[disputes|questions] about this [clause|provision] are [decided|settled] under the law of {jurisdiction}',
  ],
  add: [
    '[words|terms] defined elsewhere in this agreement [have|keep] [the same|that] meaning here',
    'a [change|variation] to this clause is [valid|effective] only [in writing|if it is in writing][| and signed by both parties]',
    '[no failure|no delay] in [enforcing|relying on] this clause [is|counts as] a waiver[| of it]',
    'if [a part|any part] of this clause [is|proves] [invalid|unenforceable], the rest [stays|remains] in force',
    'this clause [does not limit|is without prejudice to|leaves intact] [any other right|rights given by law]',
    'headings [are for convenience|are for ease of reference] and do not affect [its meaning|the meaning of this clause]',
    'the [other|remaining] terms of this agreement [stay|remain] [in force|unchanged|unaffected]',
  ],
} as const;

export const telegraphicFrame = {
  tell: [
    'parties: {contractParty} / {counterparty}(?, {contract})(?, eff. {effectiveDate})',
    '{contract} {contractParty} / {counterparty}(? of {effectiveDate})',
    '[binds|applies to] {contractParty}(? and {counterparty})(?, [from|eff.] {effectiveDate})',
    'under {contract}(? ref. {contractNumber})(?, eff. {effectiveDate})',
    'counterparty {counterparty}',
    'with {counterparty} as [counterparty|other party]',
    '[eff.|effective|in force from] {effectiveDate}',
    'ref. {contractNumber}(?, cl. {clauseNumber})',
    'clause ref. {clauseNumber}',
    'law of {jurisdiction} [applies|to apply]',
    '{jurisdiction} law',
  ],
  add: [
    'definitions as in main agreement',
    '[amendments|changes] in writing [only|]',
    '[no waiver by delay|no waiver]',
    '[severable|invalid part severable]',
    '[other rights|statutory rights] [unaffected|reserved]',
    '[long form to follow|full wording to follow|drafting to follow]',
    '[rest of agreement|other terms] unchanged',
    'subject to contract',
  ],
} as const;

export const formalFrame = {
  tell: [
    'this [clause|provision] [forms|shall form] an integral part of the {contract} [between|entered into between|made by and between] {contractParty} and {counterparty}(?, [dated|effective as of] {effectiveDate})',
    'this [clause|provision] shall be binding upon {contractParty} and {counterparty}[| and their respective successors and permitted assigns](?, with effect from {effectiveDate})',
    '[for the purposes of|for the purpose of] this [clause|provision], the parties are {contractParty} and {counterparty}',
    'this [clause|provision] shall be [incorporated into|deemed part of] the {contract}(? [bearing|having] the reference {contractNumber})(?, dated {effectiveDate})',
    '{contractParty} [hereby agrees|hereby undertakes|covenants] to [observe and perform|comply with] the provisions hereof(? for the benefit of {counterparty})',
    '{counterparty} [hereby accepts|accepts|hereby agrees to] the foregoing [terms|provisions]',
    'the [foregoing|provisions hereof] shall [have effect|take effect|apply] [from|as of] {effectiveDate}',
    'the [foregoing|same] shall apply [from|as of] {effectiveDate} in respect of the {contract}',
    'this agreement [bears|shall bear] the reference {contractNumber}(? and this clause the number {clauseNumber})',
    'this [clause|provision] may be cited as {clauseNumber}',
    'this [clause|provision] shall be construed in accordance with the laws of {jurisdiction}',
    'the laws of {jurisdiction} shall [govern|apply to] this [clause|provision]',
  ],
  add: [
    '[defined terms|terms defined elsewhere in this agreement] shall [bear|have] the same meaning [herein|in this clause]',
    'no [variation|amendment|modification] [hereof|of this clause] shall be [effective|binding] unless made in writing',
    'no [failure|delay] in exercising any right hereunder shall [operate as|constitute] a waiver[| thereof]',
    'should any part hereof be [held|found] [invalid|unenforceable], the remainder shall [continue|remain] in full force',
    'the [rights|remedies] [conferred hereby|provided herein] are [cumulative|without prejudice to any other right or remedy]',
    'headings are inserted for [convenience|ease of reference] and shall not affect [construction|interpretation]',
    'save as [aforesaid|provided herein], this agreement shall [continue|remain] in full force and effect',
  ],
} as const;
