/** How a fact with any name and value is said. Nameless forms serve names that hold digits. */
export const genericSays = {
  number: {
    say: [
      'the {name} [is|was] {}',
      'the {name} [stands at|was recorded as|was measured at|is given as|was noted as|is listed as] {}',
      '{@a} {name} of {} [was recorded|is given|was noted|is shown]',
      '{} is [recorded|given|listed] as the {name}',
    ],
    bits: ['{@a} {name} of {}', '{name} {}', '{@a} {name} of {}', 'the {name} of {}'],
    short: ['{name} {}', '{name}: {}', '{name} {}', '{name} = {}'],
  },
  text: {
    say: [
      'the {name} is {}',
      'the {name} is {}',
      'the {name} [was|is] [recorded|listed|given|noted|entered|reported] as {}',
      '{} is [recorded|given|listed|entered] as the {name}',
      '{} was [noted|given|entered] [as|under] {name}',
      'with regard to {name}, {} was [noted|recorded|entered]',
    ],
    bits: ['{name} {}', 'the {name} {}', '{} as the {name}', '{} [under|for] {name}'],
    short: ['{name}: {}', '{name} {}', '{name} - {}'],
  },
  date: {
    say: [
      'the {name} is {}',
      'the {name} [is|was] [recorded as|given as|set for|listed as] {}',
      '{} is [recorded|given] as the {name}',
    ],
    bits: ['{name} {}', 'the {name} {}', '{@a} {name} of {}'],
    short: ['{name} {}', '{name}: {}'],
  },
  boolean: {
    say: [
      '{name} is [marked|recorded as|given as] {}',
      'the [answer|entry|value] for {name} is {}',
      '{name} was [answered|entered as|noted as] {}',
    ],
    bits: ['{name} marked {}', '{} for {name}', '{name} {}'],
    short: ['{name}: {}', '{name} {}'],
  },
  nameless: {
    say: [
      'the recorded value is {}',
      'a value of {} was [noted|recorded|entered]',
      '{} is [also |][recorded|noted|listed|on file]',
      'the record [also |]shows {}',
    ],
    bits: ['a value of {}', 'a recorded {}', '{}'],
    short: ['{}', 'value {}', 'rec {}'],
  },
} as const;
export type ValueType = Exclude<keyof typeof genericSays, 'nameless'>;
