using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using GraphQL.DI;

namespace Cwa.Graph;

/// <summary>One schema for the whole government.</summary>
public sealed class CwaSchema : GraphSchema
{
    /// <summary>The schema with its roots.</summary>
    public CwaSchema(IServiceProvider services, IEnumerable<IConfigureSchema> configurations)
        : base(services, configurations)
    {
        Description =
            "Conversations with America: what every federal agency does to ask its customers what they want, "
            + "and what it makes of the answers. "
            + "Independent agencies are requested, not directed; nothing here creates a right or benefit.";
        Query = new Query
        {
            Name = "Query",
            Description =
                "What federal agencies do to hear their customers, and what they make of the answers: the "
                + "President's memorandum of 3 March 1998, kept as data. Three first questions, which need no sign-in. "
                + "Who takes part? `{ agencies(first: 250) { nodes { abbreviation name } } }`. "
                + "Where can people in Texas have their say? "
                + "`{ events(where: { state: { eq: TX }, status: { eq: PLANNED } }) "
                + "{ nodes { startsOn city description agency { name } } } }`. "
                + "What did agencies promise, and how did they do? `{ serviceStandards(first: 10) { nodes { statement "
                + "agency { name } measurements(first: 1, order: [{ fromMonth: DESC }]) "
                + "{ nodes { toMonth met } } } } }`. "
                + "Every list takes `where`, `order` and a page size, `first`. "
                + "Signed in, ask `attention` who needs a call, `customerPriorities` what matters most to customers, "
                + "and `scorecard` how each agency stands.",
        };
        Mutation = new Mutation
        {
            Name = "Mutation",
            Description = "Record what agencies and NPR do. Every mutation returns what it did, or why it refused.",
        };
        Subscription = new Subscription
        {
            Name = "Subscription",
            Description =
                "Follow what happens as it happens. "
                + "Every message has a cursor, with which a client that was cut off resumes.",
        };
        // Payloads mention only the interface, so the type of each refusal is registered here.
        foreach (var refusal in new[] { typeof(Refusal), GetType() }.SelectMany(type => type.Assembly.GetTypes()))
        {
            if (refusal is { IsAbstract: false } && refusal.IsAssignableTo(typeof(Refusal)))
                RegisterType(typeof(RefusalType<>).MakeGenericType(refusal));
        }

        this.RegisterTypeMapping<ReportMonth, YearMonthType>();
    }
}
