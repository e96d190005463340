using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Serves what is new as an Atom feed (RFC 4287); schema/EXPORTS.md describes it.</summary>
internal static class AtomEndpoint
{
    private const string MediaType = "application/atom+xml; charset=utf-8";

    // The id stays the same wherever the feed is served from.
    private const string FeedId = "urn:uuid:0f0e2c1e-19d8-4b5a-9303-199803030000";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
    };

    /// <summary>Serves the feed at a path.</summary>
    public static void MapAtom(this IEndpointRouteBuilder app, string path) =>
        app.Map(
            path,
            (HttpContext http, AtomEntries entries, Notices notices, Site site) =>
                http.ServeAsync(async () =>
                {
                    http.Request.CheckReads();
                    http.Request.CheckParameters();
                    var newest = await entries.NewestAsync(http.RequestAborted);
                    await TaggedFile.SendAsync(
                        http,
                        Write(newest, notices.Text, site.AddressFor(http.Request)),
                        MediaType
                    );
                })
        );

    private static byte[] Write(IReadOnlyList<AtomEntry> entries, string notice, Uri? site)
    {
        const string Title = "Conversations with America: reports and results";
        var items = entries.Select(entry => ItemOf(entry, site));
        var feed = new SyndicationFeed(Title, notice, LinkTo("/graphql/", site), items)
        {
            Id = FeedId,
            LastUpdatedTime = entries is [var newest, ..]
                ? newest.At
                : new DateTimeOffset(
                    Cwa.Model.Directive.ConversationsWithAmerica.IssuedOn,
                    TimeOnly.MinValue,
                    TimeSpan.Zero
                ),
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(LinkTo("/feed.atom", site), "application/atom+xml"));
        using var file = new MemoryStream();
        using (var xml = XmlWriter.Create(file, Settings))
            new Atom10FeedFormatter(feed).WriteTo(xml);
        return file.ToArray();
    }

    // Without an address, a reader resolves links against the address of the feed.
    private static Uri LinkTo(string path, Uri? site) => site is null ? new(path, UriKind.Relative) : new(site, path);

    private static SyndicationItem ItemOf(AtomEntry entry, Uri? site)
    {
        var query =
            $"{{ node(id: \"{NodeId.Encode(entry.Kind, entry.Id)}\") {{ ... on {entry.Kind} {{ {entry.Fields} }} }} }}";
        var link = LinkTo($"/graphql?query={Uri.EscapeDataString(query)}", site);
        var (title, text) = (PlainText.Mended(entry.Title), PlainText.Mended(entry.Text));
        var item = new SyndicationItem(title, text, itemAlternateLink: null, $"urn:uuid:{entry.Id}", entry.At)
        {
            Links = { new SyndicationLink(link, "alternate", title: null, "application/json", length: 0) },
            Authors = { new SyndicationPerson { Name = PlainText.Mended(entry.Agency) } },
            Categories = { new SyndicationCategory(entry.Kind) },
        };
        return item;
    }
}
