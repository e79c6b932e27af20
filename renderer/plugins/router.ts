import { createRouter, createWebHashHistory, START_LOCATION, type Router, type RouteRecordRaw } from 'vue-router';
import { api } from '../api/index.ts';

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/rechnungen' },
  { path: '/rechnungen', name: 'invoices', component: () => import('../features/invoices/list/InvoiceListView.vue') },
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
  { path: '/einrichtung', name: 'setup', component: () => import('../features/setup/SetupView.vue') },
  { path: '/:rest(.*)*', redirect: '/' },
];

/**
 * Routes by hash: the same in `app://` and in a browser, and no server needs to know them. Made only once the host is
 * reached, because before that the hash holds the code of the printed address.
 */
export function createWindowRouter(): Router {
  const router = createRouter({ history: createWebHashHistory(), routes });
  // The first start leads to the set-up: without a company name no invoice can be written. Afterwards every way is open.
  router.beforeEach(async (to, from) => {
    if (from !== START_LOCATION || to.name === 'setup') return true;
    const { name } = await api['company.get']({});
    return name === '' ? { name: 'setup' } : true;
  });
  return router;
}
