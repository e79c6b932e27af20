import {
  createRouter,
  createWebHashHistory,
  START_LOCATION,
  type RouteLocation,
  type Router,
  type RouteRecordRaw,
} from 'vue-router';
import { CallError } from '#shared/contract/errors.ts';
import { api } from '../api/index.ts';
import InvoiceListView from '../features/invoices/list/InvoiceListView.vue';
import { prepareInvoiceList } from '../features/invoices/index.ts';
import { keep, keptValue } from '../stores/workspace.ts';

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/rechnungen' },
  { path: '/uebersicht', name: 'overview', component: () => import('../features/overview/OverviewView.vue') },
  { path: '/rechnungen', name: 'invoices', component: InvoiceListView, beforeEnter: prepareInvoiceList },
  {
    path: '/rechnungen/:id(\\d+)',
    name: 'invoice',
    component: () => import('../features/invoices/detail/InvoiceDetailView.vue'),
    props: ({ params }) => ({ id: Number(params['id']) }),
  },
  { path: '/kunden', name: 'customers', component: () => import('../features/customers/CustomerListView.vue') },
  {
    path: '/textbausteine',
    name: 'text-blocks',
    component: () => import('../features/text-blocks/TextBlockListView.vue'),
  },
  { path: '/journal', name: 'journal', component: () => import('../features/journal/JournalView.vue') },
  { path: '/einrichtung', name: 'setup', component: () => import('../features/setup/SetupView.vue') },
  { path: '/:rest(.*)*', redirect: '/' },
];

const ROUTE_KEY = 'route';

/** Where the window was when it was closed; null when this version knows no such place. */
function routeLeft(router: Router): RouteLocation | null {
  const path = keptValue(ROUTE_KEY);
  if (typeof path !== 'string' || !path.startsWith('/')) return null;
  const route = router.resolve(path);
  return route.name === undefined ? null : route;
}

/** An invoice may have been deleted meanwhile, from another window. */
async function isThere({ name, params }: RouteLocation): Promise<boolean> {
  if (name !== 'invoice') return true;
  try {
    await api['invoices.get']({ id: Number(params['id']) });
    return true;
  } catch (error) {
    if (error instanceof CallError) return false;
    throw error;
  }
}

/**
 * Routes by hash: the same in `app://` and in a browser, and no server needs to know them. Made only once the host is
 * reached, because before that the hash holds the code of the printed address.
 */
export function createWindowRouter(companyName: string): Router {
  // Before the history writes its own into it.
  const hasAddress = location.hash !== '';
  const router = createRouter({ history: createWebHashHistory(), routes });
  // The window opens where it was left. An address of its own (a reload) goes before.
  const left = hasAddress ? null : routeLeft(router);
  // The first start leads to the set-up: without a company name no invoice can be written. Afterwards every way is open.
  router.beforeEach(async (to, from) => {
    if (from !== START_LOCATION || to.name === 'setup') return true;
    if (companyName === '') return { name: 'setup' };
    return left !== null && to.fullPath !== left.fullPath && (await isThere(left)) ? left : true;
  });
  router.afterEach((to) => keep(ROUTE_KEY, to.fullPath));
  return router;
}
