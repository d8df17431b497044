import type { NextRequest } from 'next/server';
import { pictureOf } from '@/api/picture';

type Props = { params: Promise<{ imageId: string; file: string }> };

/** The shop's own pictures come from the shop's own address, so that a browser asks nobody else. */
export async function GET(request: NextRequest, { params }: Props): Promise<Response> {
  const { imageId, file } = await params;
  return pictureOf(imageId, file, request.headers.get('if-none-match'), request.headers.get('x-forwarded-for'));
}
