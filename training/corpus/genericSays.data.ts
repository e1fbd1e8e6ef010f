import type { Register } from './kind';

/** How a fact with any name and value is told. `{name}` is its name, `{}` its value, `~was` agrees with the name. */
export interface GenericSays {
  readonly number: readonly string[];
  readonly text: readonly string[];
  readonly date: readonly string[];
  /** Values of several words or whole sentences. */
  readonly long: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly none: readonly string[];
  readonly unknown: readonly string[];
  /** Several facts in one sentence: how the first is said, how the others are, and the sentence round them. */
  readonly lists: readonly { readonly first: string; readonly next: string; readonly round: string }[];
}

export const genericSays: Readonly<Record<Register, GenericSays>> = {
  plain: {
    number: [
      'the {name} [~is|~was] {}',
      'the {name} [came to|stood at|~was recorded at|~was noted at|~was put at] {}',
      '{} [~is|~was] [given|noted|recorded|listed|entered] for {name}',
      '[on|for] {name}, the [figure|value] [is|was] {}',
    ],
    text: [
      'the {name} [~is|~was] {}',
      'the {name} [~was|~is] [given|noted|listed|entered|put down] as {}',
      '{} [is|was] [noted|given|listed|named|entered] as the {name}',
      '[for|under] {name}, {} [is|was] [noted|given|entered]',
      '[as for|as to|on] {name}, [this is|it is|this was] {}',
      'the {name} given [is|was] {}',
    ],
    date: [
      'the {name} [~is|~was] {}',
      'the {name} [~is|~was] [set for|given as|noted as|entered as|fixed for] {}',
      '{} [is|was] [given|noted|entered] as the {name}',
      '[for|under] {name}, the entry [is|was|reads] {}',
    ],
    long: [
      'the {name} reads: {}',
      '{name}: {}',
      '[on|as to|under] {name}, the [note|entry] [says|reads]: {}',
      'the [note|entry] on {name} reads: {}',
    ],
    yes: [
      'the answer to {name} [is|was] yes',
      '{name}: yes',
      '{name} ~is [marked|answered|entered as|given as] yes',
      '{name} ~was [confirmed|answered with yes|marked as yes]',
    ],
    no: [
      'the answer to {name} [is|was] no',
      '{name}: no',
      '{name} ~is [marked|answered|entered as|given as] no',
      '{name} ~was [not confirmed|answered with no|marked as no]',
    ],
    none: [
      'no {name} ~was [given|noted|reported|recorded|named|mentioned]',
      'there [~is|~was] no {name} [to note|to report|on file|given]',
      'no {name} [at this point|so far|to date]',
    ],
    unknown: [
      'the {name} [~is|~was] not known',
      'the {name} [could not be established|~is still unknown|~was not available]',
      'no {name} could be [given|obtained]',
    ],
    lists: [
      { first: 'the {name} ~was {}', next: 'the {name} {}', round: '{list}' },
      { first: 'the {name} ~is {}', next: 'the {name} {}', round: '{list}' },
      { first: 'the {name} ~was [noted|given|entered] as {}', next: 'the {name} as {}', round: '{list}' },
      {
        first: 'a {name} of {}',
        next: 'a {name} of {}',
        round: '[also|further] [noted|given|listed] were {list}',
      },
      { first: '{name} {}', next: '{name} {}', round: '[further|other|additional] details are {list}' },
      {
        first: '{name} {}',
        next: '{name} {}',
        round: 'the [note|entry|form|file] [also |][gives|has|mentions|lists] {list}',
      },
      {
        first: '{} as the {name}',
        next: '{} as the {name}',
        round: 'the [note|entry|form|file] [gives|names|lists] {list}',
      },
      {
        first: '{} for {name}',
        next: '{} for {name}',
        round: 'the [entries|figures|details] [are|were] {list}',
      },
    ],
  },
  telegraphic: {
    number: ['{name} {}', '{name}: {}', '{name} = {}', '{} {name}', '{name} at {}'],
    text: ['{name}: {}', '{name} {}', '{name} - {}', '{name} given as {}', '{} ({name})'],
    date: ['{name} {}', '{name}: {}', '{} {name}', '{name} on {}'],
    long: ['{name}: {}', 're {name}: {}'],
    yes: ['{name}: yes', '{name} yes', '{name} confirmed'],
    no: ['{name}: no', '{name} no', 'not {name}', 'no {name}'],
    none: ['no {name}', '{name}: none', 'nil {name}', 'no {name} noted'],
    unknown: ['{name} not known', '{name} unknown', '{name} unclear'],
    lists: [
      { first: '{name} {}', next: '{name} {}', round: '{list}' },
      { first: '{name}: {}', next: '{name}: {}', round: '{list}' },
      { first: '{name} {}', next: '{name} {}', round: '[also|noted:|details:|w/] {list}' },
      { first: '{name} = {}', next: '{name} = {}', round: '{list}' },
    ],
  },
  formal: {
    number: [
      'the {name} [~is|~was] {}',
      'the {name} [amounts to|amounted to|~is stated as|~was determined to be|~was found to be] {}',
      'a {name} of {} [is|was] [stated|documented]',
      '[with regard to|as regards|in respect of] {name}, the figure [is|was|given is] {}',
    ],
    text: [
      'the {name} [~is|~was] {}',
      'the {name} [~is|~was] [stated|identified|documented|described|specified] as {}',
      '[with regard to|as regards|in respect of] {name}, {} [is|was] [stated|specified|documented]',
      '{} [is|was] [stated|identified|specified] as the {name}',
    ],
    date: [
      'the {name} [~is|~was] {}',
      'the {name} [~is|~was] [stated|documented|fixed|specified] as {}',
      '[with regard to|as regards] {name}, {} [is|was] [stated|specified]',
    ],
    long: [
      'the {name} [~is|~was] [stated|documented] as follows: {}',
      '[with regard to|as regards|in respect of] {name}, the following [is|was] stated: {}',
      'the {name} reads: {}',
    ],
    yes: [
      '{name} ~was [confirmed|answered in the affirmative]',
      '[as regards|with regard to] {name}, the answer [is|was] yes',
      '{name} ~is [stated|entered|documented] as yes',
    ],
    no: [
      '{name} ~was not confirmed',
      '[as regards|with regard to] {name}, the answer [is|was] no',
      '{name} ~is [stated|entered|documented] as no',
    ],
    none: [
      'no {name} ~was [stated|documented|identified|reported]',
      'there [~is|~was] no {name} to [report|be stated]',
      'no {name} ~was brought to our attention',
    ],
    unknown: [
      'the {name} [~is|~was] not known',
      'the {name} could not be [ascertained|established|determined]',
    ],
    lists: [
      { first: 'the {name} ~is {}', next: 'the {name} {}', round: '{list}' },
      {
        first: 'the {name} ~was [stated|documented|specified] as {}',
        next: 'the {name} as {}',
        round: '{list}',
      },
      { first: '{name} {}', next: '{name} {}', round: '[further|additional] particulars are {list}' },
      { first: 'a {name} of {}', next: 'a {name} of {}', round: '[particulars|details] include {list}' },
      {
        first: '{} as the {name}',
        next: '{} as the {name}',
        round: 'the [document|entry] [states|specifies|sets out] {list}',
      },
    ],
  },
};
