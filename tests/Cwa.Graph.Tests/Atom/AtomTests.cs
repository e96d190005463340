using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

public sealed class AtomTests(WritingServers servers, SampleServers samples)
    : IClassFixture<WritingServers>,
        IClassFixture<SampleServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Results_are_news_for_everyone_once_they_are_published(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var site = server.Public;
        var standard = await server.HasStandardAsync(agency);
        var cleared = await server.HasClearedAnnualAsync(agency, standard);
        var before = await FeedAsync(site.Client.GetAsync("/feed.atom", token: null));

        Assert.Empty((await server.ReviewAnnualAsync("publish", cleared)).Refusals());
        var after = await FeedAsync(site.Client.GetAsync("/feed.atom", token: null));

        var id = $"urn:uuid:{NodeId.Decode(cleared).Key}";
        Assert.DoesNotContain(before.Items, item => item.Id == id);
        var news = after.Items.First();
        Assert.Equal(
            (id, "How we served you in 1998", "Board of Conversations"),
            (news.Id, news.Title.Text, news.Authors.Single().Name)
        );
        Assert.Equal(
            "Published on 1998-11-16.\n\nWe answered 96 of 100 calls in five minutes.",
            ((TextSyndicationContent)news.Content).Text.ReplaceLineEndings("\n")
        );
        Assert.Equal(news.LastUpdatedTime, after.LastUpdatedTime);
        Assert.EndsWith(
            Cwa.Model.Directive.ConversationsWithAmerica.JudicialReview,
            after.Description.Text,
            StringComparison.Ordinal
        );

        using var linked = await site.Client.GetAsync(news.Links.Single().Uri.OriginalString, token: null);
        var node = JsonDocument
            .Parse(await linked.Content.ReadAsStringAsync())
            .RootElement.GetProperty("data")
            .GetProperty("node");
        Assert.Equal("How we served you in 1998", node.Text("title"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Reports_are_news_for_those_who_may_read_them_once_they_are_sent(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (agency, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var site = server.Public;
        var submitted = await server.SubmitAsync(agency, null, Planned());
        await server
            .As(other)
            .DoneAsync(
                "saveMonthlyReportDraft",
                new
                {
                    agencyId = other.Id(),
                    month = "1998-04",
                    events = new[] { Planned() },
                },
                "monthlyReport { id }"
            );
        var id = $"urn:uuid:{NodeId.Decode(submitted.ReportId()).Key}";

        var own = await FeedAsync(server.As(agency).GetAsync("/feed.atom"));
        var others = await FeedAsync(server.As(other).GetAsync("/feed.atom"));
        var npr = await FeedAsync(server.AsReviewer().GetAsync("/feed.atom"));
        var admin = await FeedAsync(server.AsAdmin().GetAsync("/feed.atom"));
        var everyone = await FeedAsync(site.Client.GetAsync("/feed.atom", token: null));

        Assert.Equal(id, own.Items.First().Id);
        Assert.Equal(
            "Board of Conversations: conversations of 1998-04, revision 1, submitted",
            own.Items.First().Title.Text
        );
        Assert.Equal(id, npr.Items.First().Id);
        Assert.All(
            [others, admin, everyone],
            feed => Assert.DoesNotContain(feed.Items, item => item.Categories.Single().Name == "MonthlyReport")
        );

        await server.AcceptAsync(submitted);
        var accepted = (await FeedAsync(server.As(agency).GetAsync("/feed.atom"))).Items.First();
        Assert.Equal((id, true), (accepted.Id, accepted.LastUpdatedTime >= own.Items.First().LastUpdatedTime));
        Assert.EndsWith("accepted", accepted.Title.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_holds_the_newest_hundred_and_is_sent_again_only_when_it_has_changed()
    {
        var server = await samples.OnAsync(TestDatabase.Sqlite);
        using var first = await server.AsReviewer().GetAsync("/feed.atom");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/feed.atom")
        {
            Headers =
            {
                IfNoneMatch = { first.Headers.ETag! },
                Authorization = new("Bearer", server.AsReviewer().Token),
            },
        };

        using var second = await server.Client.SendAsync(again);
        var feed = await FeedAsync(server.AsReviewer().GetAsync("/feed.atom"));

        Assert.Equal(
            (HttpStatusCode.NotModified, "application/atom+xml; charset=utf-8"),
            (second.StatusCode, first.Content.Headers.ContentType!.ToString())
        );
        Assert.Equal(100, feed.Items.Select(item => item.Id).Distinct().Count());
        Assert.Equal(
            feed.Items.Select(item => item.LastUpdatedTime).OrderDescending(),
            feed.Items.Select(item => item.LastUpdatedTime)
        );
        Assert.StartsWith("Illustrative data: ", feed.Description.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_takes_no_parameters()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var answer = await Answer.OfAsync(await server.AsReviewer().GetAsync("/feed.atom?first=5"));

        Assert.Equal((400, ErrorCodes.BadRequest), (answer.Status, answer.Code));
    }

    private static async Task<SyndicationFeed> FeedAsync(Task<HttpResponseMessage> answer)
    {
        using var text = new StringReader(await answer.TextAsync());
        using var xml = XmlReader.Create(text);
        return SyndicationFeed.Load(xml);
    }
}
