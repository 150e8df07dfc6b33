/** Web addresses as notices print them, with or without a scheme; never part of an e-mail. */
import type { Grammar } from '../src/grammar.js'

export default {
  name: 'urls',
  rules: [
    {
      id: 'url',
      pattern:
        '(?=[A-Za-z0-9-])(?<![A-Za-z0-9@#._-]|@ {1,3}|[(\\[](?:at|AT)[)\\]] {0,3})(?:(?:https?|ftp)://(?:www\\. )?[A-Za-z0-9.-]{1,100}(?::\\d{1,5})?|www\\.(?: (?=[a-z0-9.-]{1,60}\\.(?:cn|com|org|net)))?[A-Za-z0-9-]{1,60}(?:\\.[A-Za-z0-9-]{1,60}){1,5}|(?:[A-Za-z0-9-]{1,60}\\.){1,4}(?:gov|org|edu|com|net|ac)\\.cn|(?<=[(:] ?)(?:[a-z0-9-]{1,40}\\.){1,4}(?:cn|com|org|net)(?![A-Za-z0-9.@-]))(?::\\d{1,5})?(?:/[A-Za-z0-9\\-._~:/?#\\[\\]@!$&*+,;=%]{0,400})?(?![A-Za-z0-9@])',
      matches: [
        'www.example.cn',
        'https://www. example.org.cn',
        'www. example.cn',
        'http://mtw.example.so/5Mzxm1',
        'http://192.0.2.9/ujet/',
        'https://www.example.gov.cn:81/pub/toPubHome',
        'kjt.example.gov.cn',
      ],
      rejects: [
        'name@example.gov.cn',
        'name @ example.gov.cn',
        'name (at) example.edu.cn',
        'name#example.gov.cn',
        '2.5倍',
        'wwwexample',
        'www. example',
      ],
    },
    {
      id: 'trailing',
      // Punctuation that belongs to the sentence around it.
      pattern: '[.,;:!?\\])。、]{1,4}$',
      matches: ['www.example.cn,'],
      rejects: ['www.example.cn/'],
    },
  ],
} as const satisfies Grammar
