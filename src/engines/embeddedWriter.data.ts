/**
 * What the embedded writer is trained to read: `slot` is one private-use character that ends its fact's line, so
 * that a model that reads from left to right knows at the slot what it stands for; `words` the length beside the
 * values. The reply goes on after `text:` with a space, or with a slot, and ends with the end-of-text token.
 */
export const embeddedTemplate = `kind: {{ kind }}
style: {{ style }}
length: {{ words }}
{% for fact in facts -%}
{{ fact.name }}: {{ fact.value }}{{ fact.slot }}
{% endfor -%}
text:`;

/** Of the weights that spell values themselves; goes with them. */
export const plainTemplate = `kind: {{ kind }}
words: {{ words.min }}-{{ words.max }}
style: {{ style }}
{% for fact in facts -%}
- {{ fact.name }}: {{ fact.value }}
{% endfor -%}
text:`;
