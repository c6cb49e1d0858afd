import type { Article } from '#shared/texts/article.ts';
import { city } from '#shared/texts/city.ts';

/** What the law obliges to tell of personal data, in English. */
export const privacy: Article = {
  title: 'Personal data',
  lead: 'Who handles your data, what for, to whom it is passed, what of it others can see, and what you can demand.',
  updatedOn: '2026-11-28',
  sections: [
    {
      title: 'Who handles the data',
      text: [
        `The controller is ${city.en.controller}, ${city.en.address}. The data is kept ${city.en.servers}.`,
        `Write about your data through the appeal form of this site, by letter to this address, or call ${city.contactCentre}.`,
      ],
    },
    {
      title: 'What for, and on what ground',
      text: [
        'To consider the appeal and answer you. This is a duty that the law lays on the city. It needs no consent, so we ask for none.',
        'In an appeal, two things only depend on your consent: texts about it, and showing its words and photos on the map without your name. Without them the appeal is handled just the same. You can take consent back at any time; what you agreed to, and when, is recorded.',
      ],
      law: 'Law “On Personal Data Protection”, article 11, part 1, items 1, 2 and 5; Law “On Citizens’ Appeals”, articles 5, 7, 15, 18–20; on texts, article 120 of the Law “On Electronic Communications”.',
    },
    {
      title: 'Which data',
      text: ['Only what handling the appeal needs:'],
      list: [
        'last name, first name, patronymic (if any) and place of residence: article 5 of the Law “On Citizens’ Appeals” demands them;',
        'one or more ways to reach you, of your choice: phone, e-mail or postal address;',
        'the text of the appeal, the place that it is about, photos, documents and the answer;',
        'if you tell it yourself: a category of benefit (for priority), those who file with you, a representative, the phone of who helped you;',
        'records of who handled the appeal, and when.',
      ],
    },
    {
      title: 'The draft and the photos',
      text: [
        'Until you send the appeal, what you typed is kept encrypted for 48 hours, so that you can go on, and is gone after that. Only the browser in which it was begun can read a draft.',
        'All that the phone added to a photo is taken out at once: where, when and with what it was made. Only the picture is kept.',
      ],
    },
    {
      title: 'Who sees the data inside the city',
      text: [
        'Staff who register the appeal, answer for it and watch its date, each only what the work needs. A category of benefit is seen only by those who register. Every action is recorded, so that no record can be changed unnoticed.',
      ],
    },
    {
      title: 'What everybody can see, and how to remove it',
      text: [
        'Nothing is published until a member of staff has looked at the appeal. Then the map and the list show its category, state, dates and about where it is. Its words, photos and a short answer are shown only if you agreed; what is personal is taken out of the words, and faces and number plates are covered in photos.',
        'The name, contacts and number of a flat from an appeal are never published. Near homes, the middle of a large square of the map is shown, not the point. Of an appeal made by phone only the category, date and state are seen.',
        'Appeals about health, social protection, housing and family are not published, and are not in the list by phone number: each is opened by its access code alone.',
        'To remove what is yours, press “Report or remove my data” on the page of the appeal: anybody can, not the applicant alone. While the complaint is looked into, staff can hide the publication at once.',
      ],
      law: 'Law “On Citizens’ Appeals”, article 10: facts of private life are not disclosed without consent; name, residence and workplace are not, where the citizen asks.',
    },
    {
      title: 'Petitions and signatures under them',
      text: [
        'A petition is a public matter, so the law has the names in it shown. The form says so before you send anything.',
      ],
      list: [
        'Everybody sees: last name, first name and patronymic of the author once the petition is published, and also where it is rejected and its words harm nobody. Of each signer: last name, first name, patronymic, date, time and way of signing. Nothing else of signers is seen.',
        'Hashes alone: the taxpayer number, the number in the demographic register and the phone, by which one person signs a petition once, and also the network that the signature came from and the range of numbers. The hashes are made with a secret key; the numbers themselves do not stand in the record of a signature.',
        'Encrypted: the e-mail address of the author, their phone if they left it, and the contact of a signer who asked for news. News is sent only by consent.',
        'If there are not enough signatures, the petition is considered as an appeal: the names of its author and signers, and contacts for the answer, go to the register of appeals, where only staff see them.',
        'You can withdraw a signature on the page “My petitions” while collection is under way, if the charter allows it. The name vanishes from the list at once, the hashes of your numbers and the contact are erased. The record of the signature and that of its withdrawal stay in the database, so that nobody removes signatures in silence. News is turned off there at any time. You sign in there by phone number: the one that you signed with, or the one that e-identification passed on.',
        'A petition that its author has not confirmed by the code from the letter is erased after 48 hours. A published petition, the number of its signatures and its terms are kept for three years from publication at the least, as the law demands. Then it goes to the archive, where it is still seen with its list of signatures.',
      ],
      law: 'Law “On Citizens’ Appeals”, article 23-1: the name of the author, the date on which collection began, the number of signatures and the list of signers are open; the number of signatures and the terms of collection are kept for three years at the least.',
      links: [{ to: '/my/petitions', label: 'Open my petitions' }],
    },
    {
      title: 'To whom it is passed',
      text: ['In these cases only, and only what is needed:'],
      list: [
        'to the body that your matter belongs to, where it is not the city’s;',
        'to the phone operator: the number and a short text without name, address and substance, when you ask for a code or agreed to texts;',
        'to the server of your mailbox: a letter with a code, a number or a date, if you left an address, and the whole answer, if you chose it by e-mail and confirmed the mailbox;',
        'to the post: an envelope with your address, if you chose a letter;',
        'to a court or another body, where the law demands it.',
      ],
      law: 'Law “On Citizens’ Appeals”, article 7 (forwarding); Law “On Personal Data Protection”, article 4, part 3: only a state or communal enterprise may process data for a council, so private operators get no substance of appeals; article 29: the substance of appeals is not passed abroad.',
    },
    {
      title: 'How long it is kept',
      list: [
        'an appeal with its answer: as long as the council’s list of files says; then personal data is destroyed, and numbers are left for statistics;',
        'a draft: 48 hours; a code by text or e-mail: 10 minutes;',
        'a sign-in: a day at the most; the list by phone number shows appeals of the last 12 months;',
        'backups: until newer ones take their place; the keys that seal the contacts are not in them.',
      ],
    },
    {
      title: 'How it is protected',
      text: [
        'Phones, e-mail and postal addresses lie in the database encrypted. Codes sent by text and access codes are not kept in it.',
        'The site has no counters of others, no advertising and no tracking. Its cookies are for signing in and for the draft alone. The address of your device helps to stop abuse and is not written into any log.',
      ],
    },
    {
      title: 'Your rights',
      text: ['Free of charge and without giving reasons, you can:'],
      list: [
        'know where your data came from, where it is, what it is handled for and to whom it was passed;',
        'obtain your data: if you ask today, the answer comes by {accessBy} at the latest;',
        'object to the handling;',
        'demand that wrong data is corrected, or unlawfully handled data destroyed; you are told of a change within 10 working days;',
        'have your data protected from unlawful handling, accidental loss or damage;',
        'limit the handling when you give consent, and take consent back;',
        'know how automatic handling works. The site itself decides nothing about you: people do;',
        'complain, and go to court.',
      ],
      law: 'Law “On Personal Data Protection”, article 8, part 2; article 21, part 3 (notice of a change).',
      links: [{ to: '/appeals/new?about=other', label: 'Write about your data' }],
    },
    {
      title: 'Where to complain',
      text: [
        'The Ukrainian Parliament Commissioner for Human Rights: 21/8 Instytutska St, Kyiv 01008, hot line 0 800 50 17 20, ombudsman.gov.ua. Or a court of the place where you live.',
      ],
    },
  ],
};
