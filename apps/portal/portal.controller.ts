import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  NotFoundException,
  Param,
  Post,
  Redirect,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import { createElement, type ReactNode } from 'react';
import type { Request, Response } from 'express';
import type { Locale } from '#kernel';
import { localeOf } from '#platform';
import { GuessLimit } from './guess-limit.ts';
import { PageFilter } from './page.filter.ts';
import { page } from './pages/layout.tsx';
import { Contact, Decisions, TrackForm, TrackedApplication } from './pages/pages.tsx';
import { PublicData } from './public-data.ts';
import { STYLE } from './style.ts';
import { texts } from './texts.ts';
import { normalCode } from './tracking-code.ts';

const HTML = 'text/html; charset=utf-8';

/** The public pages; every one is whole HTML, answered without a script. */
@Controller()
@UseFilters(PageFilter)
export class PortalController {
  constructor(
    private readonly data: PublicData,
    private readonly guesses: GuessLimit,
  ) {}

  @Get()
  @Redirect()
  start(@Req() request: Request) {
    return { url: `/${localeOf(request)}`, statusCode: 302 };
  }

  @Get('portal.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  style() {
    return STYLE;
  }

  /** The link of a letter: the language is the reader's. */
  @Get('track/:code')
  @Redirect()
  link(@Req() request: Request, @Param('code') code: string) {
    return { url: `/${localeOf(request)}/track/${encodeURIComponent(code)}`, statusCode: 302 };
  }

  @Get(':locale')
  @Header('content-type', HTML)
  home(@Param('locale') given: string) {
    const locale = localeIn(given);
    return this.page(locale, '', texts(locale)('track'), createElement(TrackForm, { locale }));
  }

  @Post(':locale/track')
  @HttpCode(303)
  find(@Param('locale') given: string, @Body() body: { code?: unknown } | undefined, @Res() response: Response) {
    const typed = typeof body?.code === 'string' ? body.code.slice(0, 60) : '';
    const code = normalCode(typed) ?? (typed.trim() || '-');
    response.redirect(303, `/${localeIn(given)}/track/${encodeURIComponent(code)}`);
  }

  @Get(':locale/track/:code')
  @Header('content-type', HTML)
  @Header('cache-control', 'no-store')
  @Header('x-robots-tag', 'noindex')
  async track(
    @Param('locale') given: string,
    @Param('code') typed: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const locale = localeIn(given);
    const address = request.ip ?? '';
    const refuse = (status: number, problem: 'noSuchCode' | 'tooMany') => {
      response.status(status);
      const shown = typed === '-' ? '' : typed.slice(0, 30);
      return this.page(locale, '', texts(locale)('track'), createElement(TrackForm, { locale, typed: shown, problem }));
    };
    const wait = this.guesses.secondsToWait(address);
    if (wait > 0) {
      response.setHeader('retry-after', wait);
      return refuse(429, 'tooMany');
    }
    const code = normalCode(typed);
    const application = await this.data.application(code ?? '');
    if (!code || !application) {
      this.guesses.wrong(address);
      return refuse(404, 'noSuchCode');
    }
    const title = `${texts(locale)('application')} ${application.number ?? ''}`;
    return this.page(locale, `/track/${code}`, title, createElement(TrackedApplication, { locale, application }));
  }

  @Get(':locale/decisions')
  @Header('content-type', HTML)
  async decisions(@Param('locale') given: string) {
    const locale = localeIn(given);
    const decisions = await this.data.decisions();
    return this.page(locale, '/decisions', texts(locale)('decisions'), createElement(Decisions, { locale, decisions }));
  }

  @Get(':locale/contact')
  @Header('content-type', HTML)
  async contact(@Param('locale') given: string) {
    const locale = localeIn(given);
    const institutions = await this.data.institutions();
    return this.page(locale, '/contact', texts(locale)('contact'), createElement(Contact, { locale, institutions }));
  }

  @Get('*rest')
  missing() {
    throw new NotFoundException();
  }

  private async page(locale: Locale, path: string, title: string, content: ReactNode): Promise<string> {
    const institutions = await this.data.institutions();
    return page({ locale, path, institution: institutions.length === 1 ? institutions[0]!.name : '' }, title, content);
  }
}

function localeIn(given: string): Locale {
  if (given !== 'lv' && given !== 'en') throw new NotFoundException();
  return given;
}
