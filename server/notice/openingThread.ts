import { serve } from '../kernel/thread.ts';
import { opened } from './opened.ts';

serve(opened);
