import type { Kind } from '../../kind';
import { comment } from './comment.data';
import { description } from './description.data';
import { feedback } from './feedback.data';
import { productReview } from './productReview.data';
import { subjectLine } from './subjectLine.data';
import { summary } from './summary.data';
import { supportTicket } from './supportTicket.data';
import { title } from './title.data';

export const generalKinds: readonly Kind[] = [
  description,
  comment,
  summary,
  supportTicket,
  productReview,
  feedback,
  subjectLine,
  title,
];
