namespace Cwa.Graph.Tests.Feed;

/// <summary>A subscription selects one field, counted by response names.</summary>
public sealed class SubscribedFieldTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private static readonly Caller Npr = new("npr", "npr", [Roles.Read], [], []);

    [Theory]
    [InlineData("subscription { feed { cursor } feed { __typename } }")]
    [InlineData(
        """
            subscription { ...A ...B }
            fragment A on Subscription { feed { cursor } }
            fragment B on Subscription { feed { __typename } }
            """
    )]
    [InlineData(
        """
            subscription { ...A ... on Subscription { ...A feed { __typename } } }
            fragment A on Subscription { feed { cursor } }
            """
    )]
    public async Task Fields_with_one_response_name_count_as_one(string query)
    {
        var server = await servers.OnAsync(Cwa.Tests.TestDatabase.Sqlite);
        await using var subscriber = await Subscriber.StartAsync(server, Npr, query);

        await server.SubmitAsync(await server.HasAgencyAsync(), null, Reporting.Planned());

        Assert.Equal(
            ["cursor", "__typename"],
            (await subscriber.NextAsync()).EnumerateObject().Select(field => field.Name)
        );
    }

    [Theory]
    [InlineData("subscription { feed { cursor } other: feed { cursor } }")]
    [InlineData(
        "subscription { feed { cursor } ...A } fragment A on Subscription { monthlyReportSubmitted { cursor } }"
    )]
    [InlineData("subscription { __typename }")]
    [InlineData("subscription { ... { __typename } }")]
    [InlineData("subscription { feed { cursor } ... { ... { name: __typename } } }")]
    public async Task Two_names_or_an_introspection_field_or_a_conditional_field_are_refused(string query)
    {
        var server = await servers.OnAsync(Cwa.Tests.TestDatabase.Sqlite);

        var codes = await Subscriber.RefusedAsync(server, Npr, query);

        // GraphQL.NET's code, which clients see as GRAPHQL_VALIDATION_FAILED.
        Assert.Equal(["VALIDATION_ERROR"], codes.Distinct());
    }
}
