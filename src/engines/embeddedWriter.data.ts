/**
 * What the embedded writer was trained to read. The reply goes on after `text:` with a space and ends with the
 * end-of-text token; training/ writes its examples in the same form.
 */
export const embeddedTemplate = `kind: {{ kind }}
words: {{ words.min }}-{{ words.max }}
style: {{ style }}
{% for fact in facts -%}
- {{ fact.name }}: {{ fact.value }}
{% endfor -%}
text:`;
