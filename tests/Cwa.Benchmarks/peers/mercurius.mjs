// Mercurius on Fastify, with its JIT and its loaders.
import Fastify from "fastify";
import mercurius from "mercurius";
import * as data from "./data.mjs";

const app = Fastify({ logger: false });
const ids = (queries) => queries.map(({ obj }) => obj.id);
// A key comes once in a request. The cache of a request would write every parent as text for nothing.
const opts = { cache: false };
const loaded = (loader) => ({ loader, opts });

app.register(mercurius, {
  schema: data.typeDefs,
  jit: 1,
  subscription: true,
  graphiql: false,
  resolvers: {
    Query: {
      agencies: (_, { first }) => data.agencies(first),
      events: (_, args) => data.events(args),
    },
    EventConnection: { totalCount: ({ args }) => data.eventsCount(args) },
    Mutation: {
      submitReport: async (_, { input }, { pubsub }) => {
        const report = await data.submit(input);
        pubsub.publish({ topic: "SUBMITTED", payload: { reportSubmitted: report } });
        return { report };
      },
    },
    Subscription: { reportSubmitted: { subscribe: (_, __, { pubsub }) => pubsub.subscribe("SUBMITTED") } },
  },
  loaders: {
    Agency: {
      primaryLiaison: loaded((qs) => data.primaryLiaisons(ids(qs))),
      complaintTotals: loaded((qs) => data.complaintTotals(ids(qs), qs[0].params.from, qs[0].params.to)),
      reports: loaded((qs) => data.reports(ids(qs), qs[0].params.first)),
      annualResults: loaded((qs) => data.annualResults(ids(qs), qs[0].params.sinceYear)),
    },
    Report: { events: loaded((qs) => data.reportEvents(ids(qs), qs[0].params.first)) },
    Event: { agency: loaded((qs) => data.agenciesById(qs.map(({ obj }) => obj.agencyId))) },
  },
});
await app.listen({ host: "127.0.0.1", port: +process.env.PORT });
