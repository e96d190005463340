using Cwa.Graph.Engine;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.DI;
using Microsoft.AspNetCore.Http;

namespace Cwa.Graph.Tests.Engine;

public sealed class AuthorTerms : ListTerms<Author>
{
    public AuthorTerms()
        : base(a => a.AddedAt)
    {
        Code(a => a.Name);
        List("books", a => a.Books, "The author's books.");
        Sort(a => a.Name);
        DefaultSort("name");
    }
}

public sealed class BookTerms : ListTerms<Book>
{
    public BookTerms()
        : base(b => b.AddedAt)
    {
        Code(b => b.Title);
        Code(b => b.Subtitle);
        Value(b => b.PublishedOn);
        Value(b => b.AddedAt);
        Value(b => b.Pages);
        Value(b => b.Copies);
        Value(b => b.Weight);
        Choice(b => b.Genre);
        Choice(b => b.IsLent);
        Choice(
            "isNew",
            "Whether it came out after a day.",
            (Book b, DateOnly day) => b.PublishedOn > day,
            () => new DateOnly(1998, 3, 3)
        );
        Record(b => b.Author, "The author.");
        Record(b => b.Prequel, "The book before.");
        Sort(b => b.PublishedOn);
        Sort(b => b.Title);
        Sort(b => b.Genre);
        Sort(b => b.Copies);
        DefaultSort("publishedOn");
    }
}

public sealed class AuthorType : NodeType<Author>
{
    /// <summary>What the author wrote.</summary>
    public static IDataLoaderResult<Connection<Book>> Books(Author author, Page<Book> page) =>
        page.Of(author.Id, b => b.AuthorId);
}

public sealed class BookType() : NodeType<Book>(b => b.AuthorId, b => b.PrequelId, b => b.Prequel, b => b.IsHidden)
{
    /// <summary>Who wrote it.</summary>
    public static IDataLoaderResult<Author> Author(Book book, ById<Author> authors) => authors.Load(book.AuthorId);

    /// <summary>Where it stands.</summary>
    [SignedIn]
    public static int Shelf(Book book) => book.Title.Length;

    /// <summary>A field that fails.</summary>
    public static string Torn(Book book) => throw new InvalidOperationException($"the secret of {book.Title}");
}

/// <summary>How to name a book.</summary>
/// <param name="Title">By its title.</param>
/// <param name="Number">By its number.</param>
/// <param name="Code">By an old code.</param>
[OneOf]
public sealed record BookKey(
    string? Title = null,
    int? Number = null,
    [property: Obsolete("Use title.")] string? Code = null
);

/// <summary>How to lend.</summary>
/// <param name="Days">For how long.</param>
/// <param name="Until">Until when.</param>
public sealed record LendInput(int Days = 14, [property: Obsolete("Use days.")] DateOnly? Until = null);

public sealed class LibraryQueries
{
    /// <summary>The authors.</summary>
    public static Task<Connection<Author>> AuthorsAsync(Page<Author> page) => page.AllAsync();

    /// <summary>The books.</summary>
    [PageSize(Most = 60, Usual = 5)]
    public static Task<Connection<Book>> BooksAsync(Page<Book> page) => page.AllAsync();

    /// <summary>The books of a genre with numbered pages, as if more copies had been printed.</summary>
    /// <param name="genre">The genre.</param>
    /// <param name="more">How many copies more.</param>
    public static Task<Connection<Book>> ReprintedAsync(Page<Book> page, Genre genre, long more) =>
        page.Where("has pages", b => b.Pages != null)
            .Where("is of the genre", genre, (b, asked) => b.Genre == asked)
            .As(
                "reprinted",
                more,
                (b, added) =>
                    new()
                    {
                        Id = b.Id,
                        AuthorId = b.AuthorId,
                        Title = b.Title,
                        Copies = b.Copies + added,
                    }
            )
            .AllAsync();

    /// <summary>The arrivals that the library still lists.</summary>
    public static async Task<Connection<Arrival>> ArrivedAsync(Page<Arrival> page, ArrivalTail tail) =>
        await (await page.KeptByAsync(tail)).AllAsync();

    /// <summary>How a key was understood.</summary>
    /// <param name="by">The key.</param>
    public static string Key(BookKey by) =>
        by switch
        {
            { Title: { } title } => "title " + title,
            { Number: { } number } => "number " + number,
            _ => "neither",
        };

    /// <summary>A field that fails.</summary>
    public static string? Fails() => throw new InvalidOperationException("the secret of the house");

    /// <summary>A field that takes a minute, and says in the log if it was stopped.</summary>
    public static async Task<int> SlowAsync(
        Microsoft.Extensions.Logging.ILogger<LibraryQueries> log,
        CancellationToken cancellationToken
    )
    {
        using var stopped = cancellationToken.Register(() => LibraryLog.Stopped(log));
        await Task.Delay(TimeSpan.FromMinutes(1), cancellationToken);
        return 1;
    }

    /// <summary>A number, again.</summary>
    /// <param name="number">The number.</param>
    /// <param name="text">A text whose length is added.</param>
    public static int Echo(int number, string? text = null) => number + (text?.Length ?? 0);

    /// <summary>A number of days, again.</summary>
    /// <param name="days">The number.</param>
    public static int Lent(int days = 14) => days;
}

public sealed class LibraryMutations
{
    /// <summary>Lends a book.</summary>
    /// <param name="input">How.</param>
    public static int Lend(LendInput input) => input.Days;
}

public sealed class LibrarySubscriptions
{
    /// <summary>Books as they come.</summary>
    public static IObservable<int> Arrivals() => throw new NotSupportedException();
}

public sealed class LibraryQuery() : RootType(typeof(LibraryQueries), typeof(NodeQueries));

public sealed class LibraryMutation() : RootType(typeof(LibraryMutations));

public sealed class LibrarySubscription() : RootType(typeof(LibrarySubscriptions));

public sealed class LibrarySchema : GraphSchema
{
    public LibrarySchema(IServiceProvider services, IEnumerable<IConfigureSchema> configurations)
        : base(services, configurations)
    {
        Query = new LibraryQuery { Name = "Query", Description = "What there is." };
        Mutation = new LibraryMutation { Name = "Mutation", Description = "What can be done." };
        Subscription = new LibrarySubscription { Name = "Subscription", Description = "What happens." };
    }
}

/// <summary>
/// A reader sees every book that is not hidden, and signs in with a header or by admission to a socket.
/// </summary>
public sealed class Reader(IHttpContextAccessor http) : IRequester, IVisibility
{
    private static readonly FilterNode Shown = FilterNode.Of<Book, bool>(
        "shown",
        false,
        (b, hidden) => b.IsHidden == hidden
    );

    /// <summary>Whether the reader was admitted with a token; null if there was no admission.</summary>
    public bool? HasToken { get; set; }

    public bool IsSignedIn => HasToken ?? http.HttpContext!.Request.Headers.ContainsKey("X-Reader");

    public bool HasOneOf(IReadOnlyList<string> roles) => IsSignedIn;

    public string Identity => "";

    public string Rights => "";

    public FilterNode? Of(Type entity) => entity == typeof(Book) ? Shown : null;

    public FilterNode? WholeOf(Type entity) => null;
}

internal static partial class LibraryLog
{
    [Microsoft.Extensions.Logging.LoggerMessage(
        Level = Microsoft.Extensions.Logging.LogLevel.Warning,
        Message = "Stopped."
    )]
    public static partial void Stopped(Microsoft.Extensions.Logging.ILogger log);
}
