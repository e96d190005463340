using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using static Cwa.Graph.Tests.Settings;

namespace Cwa.Graph.Tests;

/// <summary>An invalid setting stops the start with a sentence; a setting at the edge of its range works.</summary>
public sealed class SettingsTests
{
    /// <summary>The settings with a range: their names, and values below it, at its edges and above it.</summary>
    private static readonly IReadOnlyList<(
        string Name,
        string Below,
        string Least,
        string Most,
        string Above
    )> Ranged =
    [
        .. Properties()
            .Where(p => p.Property.IsDefined(typeof(RangeAttribute)))
            .Select(p => Edges(p.Name, p.Property.GetCustomAttribute<RangeAttribute>()!)),
    ];

    [Fact]
    public void Every_number_and_every_duration_has_a_range()
    {
        Type[] ranged = [typeof(int), typeof(int?), typeof(TimeSpan), typeof(TimeSpan?)];

        Assert.Equal(
            Properties().Where(p => ranged.Contains(p.Property.PropertyType)).Select(p => p.Name),
            Ranged.Select(r => r.Name)
        );
    }

    [Fact]
    public void Values_outside_a_range_are_refused_with_the_range()
    {
        var below = Refusals([.. Ranged.Select(r => (r.Name, r.Below))]);
        var above = Refusals([.. Ranged.Select(r => (r.Name, r.Above))]);

        Assert.Equal((Ranged.Count, Ranged.Count), (below.Count, above.Count));
        Assert.All(
            Ranged,
            r =>
                Assert.Contains(
                    $" from {r.Least} to {r.Most}",
                    Assert.Single(below, line => Names(line, r.Name, r.Below))
                )
        );
        Assert.All(
            Ranged,
            r =>
                Assert.Contains(
                    $" from {r.Least} to {r.Most}",
                    Assert.Single(above, line => Names(line, r.Name, r.Above))
                )
        );
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999")]
    [InlineData("five seconds")]
    public void A_value_that_cannot_be_read_is_refused(string value)
    {
        var refused = Refusals([.. Ranged.Select(r => (r.Name, value))]);

        Assert.All(Ranged, r => Assert.Contains(refused, line => Names(line, r.Name, value)));
    }

    [Theory]
    [InlineData(
        "Database:Provider",
        "Postgres",
        "The setting Database:Provider is 'Postgres'; it must be Sqlite or PostgreSql."
    )]
    [InlineData("Database:Provider", "7", "The setting Database:Provider is '7'; it must be Sqlite or PostgreSql.")]
    [InlineData(
        "Clock:Today",
        "16.11.1998",
        "The setting Clock:Today is '16.11.1998'; it must be a date such as 1998-11-16."
    )]
    [InlineData("Sample:Load", "yes", "The setting Sample:Load is 'yes'; it must be true or false.")]
    [InlineData(
        "Site:Proxies:0",
        "x",
        "The setting Site:Proxies:0 is 'x'; "
            + "it must be an address, such as 10.0.0.7, or a network, such as 10.1.0.0/16."
    )]
    [InlineData(
        "Site:Proxies",
        "10.0.0.7",
        "The setting Site:Proxies is '10.0.0.7'; it must be a list, as in Site:Proxies:0."
    )]
    [InlineData(
        "Security:RevokedSubjects",
        "x",
        "The setting Security:RevokedSubjects is 'x'; it must be a list, as in Security:RevokedSubjects:0."
    )]
    public void Other_invalid_values_are_refused(string name, string value, string sentence) =>
        Assert.Equal([sentence], Refusals([(name, value)]));

    [Fact]
    public void An_empty_setting_counts_as_not_set() =>
        Assert.Empty(Refusals([("Clock:Today", ""), ("Feed:KeptDays", ""), ("Site:Address", "")]));

    [Fact]
    public async Task At_the_lower_edges_the_server_starts_and_answers()
    {
        await using var server = await CwaServer.StartAsync(settings: [.. Ranged.Select(r => (r.Name, r.Least))]);

        using var health = await server.Client.GetAsync("/healthz/ready");
        using var answer = await server.Client.GetAsync("/graphql?query={__typename}");

        Assert.Equal((200, 200), ((int)health.StatusCode, (int)answer.StatusCode));
    }

    [Fact]
    public async Task At_the_upper_edges_the_server_starts_and_answers()
    {
        // But it does not serve on for ten minutes when the test is over.
        await using var server = await CwaServer.StartAsync(
            settings: [.. Ranged.Select(r => (r.Name, r.Most)), ("Connections:NoticeTime", "00:00:00")]
        );

        var data = await server.AskAsync("{ agencies { totalCount } }");
        Assert.Equal(163, data.GetProperty("agencies").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task One_read_at_a_time_is_enough_for_lists()
    {
        await using var server = await CwaServer.StartAsync(
            settings: [("Limits:ConcurrentReads", "1"), ("Limits:CachedDocuments", "1")]
        );

        var data = await server.AskAsync("{ agencies { totalCount } events { totalCount } findings { totalCount } }");

        Assert.Equal(163, data.GetProperty("agencies").GetProperty("totalCount").GetInt32());
    }

    private static (string Name, string Below, string Least, string Most, string Above) Edges(
        string name,
        RangeAttribute range
    ) =>
        range is TimeRangeAttribute time
            ? (name, Beside(time.Shortest, -1), time.Shortest, time.Longest, Beside(time.Longest, 1))
            : (name, $"{(int)range.Minimum - 1}", $"{range.Minimum}", $"{range.Maximum}", $"{(int)range.Maximum + 1}");

    private static string Beside(string time, int ticks) =>
        $"{TimeSpan.Parse(time, CultureInfo.InvariantCulture) + new TimeSpan(ticks)}";

    private static bool Names(string line, string name, string value) =>
        line.StartsWith($"The setting {name} is '{value}'; it must be ", StringComparison.Ordinal);
}
