/** What the page itself says, in each of its languages. */
export interface Words {
  news: string;
  languages: string;
  translations: string;
  skip: string;
  sources: string;
  corrections: string;
  elsewhere: string;
  back: string;
  gone: string;
  missing: string;
  away: string;
}

export const WORDS: Record<string, Words> = {
  be: {
    news: 'Навіны', languages: 'Мовы', translations: 'Пераклады', skip: 'Да зместу', sources: 'Крыніцы', corrections: 'Выпраўленні', elsewhere: 'на іншым сайце',
    back: 'На галоўную', gone: 'Гэты матэрыял зняты.', missing: 'Тут нічога няма.', away: 'Навіны зараз недаступныя. Паспрабуйце праз хвіліну.',
  },
  ru: {
    news: 'Новости', languages: 'Языки', translations: 'Переводы', skip: 'К содержанию', sources: 'Источники', corrections: 'Исправления', elsewhere: 'на другом сайте',
    back: 'На главную', gone: 'Этот материал снят.', missing: 'Здесь ничего нет.', away: 'Новости сейчас недоступны. Попробуйте через минуту.',
  },
  uk: {
    news: 'Новини', languages: 'Мови', translations: 'Переклади', skip: 'До змісту', sources: 'Джерела', corrections: 'Виправлення', elsewhere: 'на іншому сайті',
    back: 'На головну', gone: 'Цей матеріал знято.', missing: 'Тут нічого немає.', away: 'Новини зараз недоступні. Спробуйте за хвилину.',
  },
  en: {
    news: 'News', languages: 'Languages', translations: 'Translations', skip: 'Skip to content', sources: 'Sources', corrections: 'Corrections', elsewhere: 'on another site',
    back: 'To the front page', gone: 'This story has been withdrawn.', missing: 'There is nothing here.', away: 'The news is not available just now. Try again in a minute.',
  },
};
