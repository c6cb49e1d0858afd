/** Words of the pages that only the demo has; they are for those who try the product, in Ukrainian alone. */
export const demo = {
  accounts: 'Демонстраційні облікові записи',
  accountsHint: 'Ці паролі створено для вашої демонстрації, в інших містах вони не діють.',
  role: 'Роль',
  login: 'Логін',
  password: 'Пароль',
  toDesk: 'До робочого столу',
  roles: { operator: 'Оператор', executor: 'Виконавець', controller: 'Контролер', head: 'Керівник' },
} as const;
