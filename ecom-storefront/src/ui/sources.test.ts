import { expect, test } from 'vitest';
import { sourcesOf } from './sources';

const FOLDER = `/api/images/${'3f'.repeat(32)}`;

test('a picture of the shop itself comes in the width that fits', () => {
  expect(sourcesOf(`${FOLDER}/960.jpg`, '50vw')).toEqual({
    src: `${FOLDER}/960.jpg`,
    srcSet: `${FOLDER}/320.jpg 320w, ${FOLDER}/640.jpg 640w, ${FOLDER}/960.jpg 960w, ${FOLDER}/1440.jpg 1440w`,
    sizes: '50vw',
  });
});

test.each(['/images/mug.jpg', 'https://pictures.example/api/images/1/960.jpg', `https://elsewhere.example${FOLDER}/960.jpg`, `${FOLDER}/960.jpg?x`])(
  'any other picture is taken as it is: %s',
  (src) => expect(sourcesOf(src, '50vw')).toEqual({ src }),
);
