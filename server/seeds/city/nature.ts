import { askChoice, askWords, askYesNo, type Branch, INFRASTRUCTURE, PRIVATE } from './category.ts';

/** What grows, lives and flows in the city. */
export const nature: Branch = {
  code: 'nature',
  name: ['Зелень і довкілля', 'Greenery and environment'],
  leaves: [
    {
      code: 'trees',
      name: ['Дерева та зелені насадження', 'Trees and greenery'],
      group: 11,
      department: 5,
      synonyms:
        'дерево, гілка, аварійне дерево, обрізка, впало дерево, кущі, газон, клумба, спил, дерево упало, tree, branch',
      questions: [
        askChoice('state-of-tree', ['Що з деревом', 'What is wrong with the tree'], {
          fallen: ['Впало', 'It has fallen'],
          leaning: ['Нахилилося або тріснуло', 'It leans or has cracked'],
          dry: ['Сухе або хворе', 'It is dry or ill'],
          overgrown: ['Гілки заважають', 'Branches are in the way'],
        }),
        askYesNo('on-wires', ['Гілки торкаються дротів', 'Branches touch wires']),
      ],
      notice: [
        'Якщо дерево впало на дроти, не підходьте до нього: зателефонуйте 101.',
        'If the tree has fallen on wires, keep away from it and call 101.',
      ],
    },
    {
      ...INFRASTRUCTURE,
      code: 'parks',
      name: ['Парки, сквери, лавки, фонтани', 'Parks, squares, benches, fountains'],
      group: 9,
      department: 5,
      synonyms: 'парк, сквер, лавка, лавочка, фонтан, бювет, алея, скамейка, bench, park',
    },
    {
      ...INFRASTRUCTURE,
      code: 'beaches',
      name: ['Пляжі та узбережжя', 'Beaches and the coast'],
      group: 11,
      department: 6,
      synonyms: 'пляж, море, берег, схили, спуск до моря, хвилеріз, мідії, пляж грязный, beach',
    },
    {
      code: 'pollution',
      name: ['Забруднення повітря, води, ґрунту', 'Pollution of air, water, soil'],
      group: 11,
      department: 6,
      synonyms: 'запах, дим, викиди, стоки, хімія, сморід, спалюють листя, вонь, загрязнение, pollution, smell',
      questions: [
        askChoice('pollution-of', ['Що забруднено', 'What is polluted'], {
          air: ['Повітря', 'Air'],
          water: ['Вода', 'Water'],
          soil: ['Ґрунт', 'Soil'],
        }),
        askWords('hours', ['У які години це помітно', 'At what hours it is noticed']),
      ],
    },
    {
      ...PRIVATE,
      code: 'animals',
      name: ['Тварини', 'Animals'],
      group: 11,
      department: 6,
      synonyms:
        'собака, собаки, бездомні тварини, зграя, кіт, стерилізація, укус, вигул, мертва тварина, собаки бродячие, dog',
      questions: [askYesNo('aggressive', ['Тварини нападають на людей', 'The animals attack people'])],
    },
  ],
};
