using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.Attending;

namespace Cwa.Graph.Tests;

/// <summary>Which agencies need a call, and why: weighed by hand.</summary>
public sealed class AttentionTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_is_listed_once_with_all_its_reasons_and_the_most_urgent_agency_first(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        // On 20 April the reports for March and April are due.
        await where.HasAsync(server, "Punctual", [Accepted(3), Accepted(4)], Pat());
        await where.HasAsync(server, "Silent", [], liaison: null);
        await where.HasAsync(server, "Half silent", [Accepted(3)], Pat());
        await where.HasAsync(server, "Returned", [Accepted(3), Returned(4)], Pat());
        await where.HasAsync(server, "Much visited", [Accepted(4)], Pat(), highImpact: true);
        await where.HasAsync(server, "Requested", [], liaison: null, requested: true);

        var answer = await AskAsync(server, "1998-04-20", where);

        Assert.Equal(5, answer.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            [
                // 5 + 2 × 2
                "9 Silent, nobody to call: NO_LIAISON, REPORT_OVERDUE",
                // 2 × 2; since 17 March, so before the next of 3
                "4 Much visited, 202-555-0100: REPORT_OVERDUE",
                "3 Returned, 202-555-0100: REPORT_RETURNED",
                // 1 + 1, for two months as for one; since 17 March, and so before the next, which is since 1 April
                "2 Requested, nobody to call: NO_LIAISON, REPORT_REQUESTED",
                "2 Half silent, 202-555-0100: REPORT_OVERDUE",
            ],
            Items(answer)
                .Select(i =>
                    $"{i.GetProperty("weight")} {NameOf(i)}, {PhoneOf(i.GetProperty("liaison"))}: "
                    + string.Join(", ", Reasons(i).Select(r => r.Text("kind")))
                )
        );

        static string? PhoneOf(JsonElement liaison) =>
            liaison.ValueKind == JsonValueKind.Object ? liaison.Text("phone") : "nobody to call";
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_component_is_covered_by_its_departments_liaison(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        var covering = await where.HasAsync(server, "Covering", [], Pat(Coverage.SelfAndComponents));
        await where.HasAsync(server, "Covered", [], liaison: null, parent: covering);
        await where.HasAsync(
            server,
            "Covered with a liaison of its own that left",
            [],
            Pat(endedOn: new(1998, 4, 2)),
            parent: covering
        );
        var alone = await where.HasAsync(server, "For itself", [], Pat());
        await where.HasAsync(server, "Uncovered", [], liaison: null, parent: alone);

        var answer = await AskAsync(server, "1998-11-16", where, ["NO_LIAISON"]);

        Assert.Equal(["Uncovered"], Items(answer).Select(NameOf));
        Assert.Equal(1, answer.GetProperty("totalCount").GetInt32());
        Assert.Equal(5, Items(answer)[0].GetProperty("weight").GetInt32());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Nobody_needs_a_call_before_anything_is_due(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        await where.HasAsync(server, "Silent", [], liaison: null);
        await where.HasAsync(server, "Founded on the first of April", [], liaison: null, activeFrom: new(1998, 4, 1));
        await where.HasAsync(server, "Gone by May", [], liaison: null, activeTo: new(1998, 5, 1));

        Assert.Empty(Items(await AskAsync(server, "1998-03-16", where)));
        Assert.Equal(
            ["Gone by May", "Silent"],
            Items(await AskAsync(server, "1998-03-17", where)).Select(NameOf).Order()
        );
        Assert.DoesNotContain(
            "Founded on the first of April",
            Items(await AskAsync(server, "1998-04-14", where)).Select(NameOf)
        );
        Assert.Equal(
            ["Founded on the first of April", "Silent"],
            Items(await AskAsync(server, "1998-05-01", where)).Select(NameOf).Order()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_first_n_are_the_top_of_the_whole_list_and_an_agency_reads_only_its_own(string provider)
    {
        var (server, where) = (await servers.OnAsync(provider), new Named());
        var department = await where.HasAsync(server, "Department", [], Pat());
        await where.HasAsync(server, "Bureau", [], liaison: null, parent: department);
        var other = await where.HasAsync(server, "Other", [], liaison: null);

        var all = await AskAsync(server, "1998-11-16", where);
        var first = await AskAsync(server, "1998-11-16", where, first: 1);

        Assert.Equal(Items(all)[0].ToString(), Assert.Single(Items(first)).ToString());
        Assert.Equal(3, first.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            ["Bureau", "Department"],
            Items((await server.As(department).AskAsync(AttentionQuery)).GetProperty("attention")).Select(NameOf)
        );
        Assert.Equal(
            ["Other"],
            Items((await server.As(other).AskAsync(AttentionQuery)).GetProperty("attention")).Select(NameOf)
        );
    }
}
