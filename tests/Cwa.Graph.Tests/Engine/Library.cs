using Cwa.Graph.Engine;
using GraphQL.DataLoader;
using GraphQL.DI;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cwa.Graph.Tests.Engine;

/// <summary>A schema of authors and books: the engine knows no agency, so neither do its tests.</summary>
public sealed class Library : IAsyncLifetime
{
    private readonly SqliteConnection _keepAlive = new($"Data Source=library-{Guid.NewGuid():N};Mode=Memory;Cache=Shared");
    private WebApplication? _app;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    /// <summary>The statements sent to the database since the last <see cref="Statements"/>.Clear().</summary>
    public List<string> Statements { get; } = [];

    public async Task InitializeAsync()
    {
        await _keepAlive.OpenAsync();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddConsole();
        builder.Services.AddPooledDbContextFactory<LibraryContext>(options => options
            .UseSqlite(_keepAlive.ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .LogTo((id, _) => id.Name == "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted", data => Statements.Add(data.ToString())));
        builder.Services.AddSingleton<OpenDbContext>(s => s.GetRequiredService<IDbContextFactory<LibraryContext>>().CreateDbContext);
        builder.Services.AddGraph<LibrarySchema>(builder.Configuration);
        builder.Services.AddScoped<Reader>().AddScoped<IRequester>(s => s.GetRequiredService<Reader>()).AddScoped<IVisibility>(s => s.GetRequiredService<Reader>());
        builder.Services.AddHttpContextAccessor();
        _app = builder.Build();
        _app.MapGraph("/graphql");
        await _app.StartAsync();
        Client = _app.GetTestClient();

        await using var db = _app.Services.GetRequiredService<LibraryContext>();
        await db.Database.EnsureCreatedAsync();
        for (var a = 0; a < 5; a++)
        {
            var author = new Author { Id = Guid.CreateVersion7(), Name = $"Author {a}" };
            db.Add(author);
            for (var b = 0; b < 10; b++)
            {
                db.Add(new Book
                {
                    Id = Guid.CreateVersion7(),
                    AuthorId = author.Id,
                    Title = $"Book {a}{b}",
                    PublishedOn = new DateOnly(1998, 3, 1).AddDays(b / 2),
                    Genre = (Genre)(1 + (b % 2)),
                    Pages = b == 9 ? null : 100 + b,
                    IsHidden = a == 4 && b == 9,
                });
            }
        }

        await db.SaveChangesAsync();
        Statements.Clear();
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        await _keepAlive.DisposeAsync();
    }

    public async Task<string> SendAsync(string query, object? variables = null)
    {
        using var response = await Client.PostAsync("/graphql", System.Net.Http.Json.JsonContent.Create(new { query, variables }));
        return await response.Content.ReadAsStringAsync();
    }
}

public enum Genre
{
    Poetry = 1,
    Prose = 2,
}

public sealed class Author
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public List<Book> Books { get; init; } = [];
}

public sealed class Book
{
    public Guid Id { get; init; }

    public Guid AuthorId { get; init; }

    public Author Author { get; init; } = null!;

    public string Title { get; init; } = "";

    public DateOnly PublishedOn { get; init; }

    public Genre Genre { get; init; }

    public int? Pages { get; init; }

    public bool IsHidden { get; init; }
}

public sealed class LibraryContext(DbContextOptions<LibraryContext> options) : DbContext(options)
{
    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Book> Books => Set<Book>();
}

public sealed class AuthorTerms : ListTerms<Author>
{
    public AuthorTerms()
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
    {
        Code(b => b.Title);
        Value(b => b.PublishedOn);
        Value(b => b.Pages);
        Choice(b => b.Genre);
        Record(b => b.Author, "The author.");
        Sort(b => b.PublishedOn);
        Sort(b => b.Title);
        DefaultSort("publishedOn");
    }
}

public sealed class AuthorType : NodeType<Author>
{
    public static IDataLoaderResult<Connection<Book>> Books(Author author, Page<Book> page) => page.Of(author.Id, b => b.AuthorId);
}

public sealed class BookType() : NodeType<Book>(b => b.AuthorId, b => b.IsHidden)
{
    public static IDataLoaderResult<Author> Author(Book book, ById<Author> authors) => authors.Load(book.AuthorId);

    [SignedIn]
    public static int Shelf(Book book) => book.Title.Length;
}

public sealed class LibraryQueries
{
    public static Task<Connection<Author>> AuthorsAsync(Page<Author> page) => page.AllAsync();

    [PageSize(Most = 60, Usual = 5)]
    public static Task<Connection<Book>> BooksAsync(Page<Book> page) => page.AllAsync();

    public static string Fails() => throw new InvalidOperationException("the secret of the house");

    public static async Task<int> SlowAsync(OpenDbContext open, CancellationToken cancellationToken)
    {
        await using var db = open();
        await Task.Delay(TimeSpan.FromMinutes(1), cancellationToken);
        return 1;
    }
}

public sealed class LibraryQuery() : RootType(typeof(LibraryQueries), typeof(NodeQueries));

public sealed class LibrarySchema : GraphSchema
{
    public LibrarySchema(IServiceProvider services, IEnumerable<IConfigureSchema> configurations) : base(services, configurations) =>
        Query = new LibraryQuery { Name = "Query" };
}

/// <summary>Sees every book that is not hidden; signs in with a header.</summary>
public sealed class Reader(Microsoft.AspNetCore.Http.IHttpContextAccessor http) : IRequester, IVisibility
{
    private static readonly FilterNode Shown = FilterNode.Of<Book>("shown", b => !b.IsHidden);

    public bool IsSignedIn => http.HttpContext!.Request.Headers.ContainsKey("X-Reader");

    public bool HasOneOf(IReadOnlyList<string> roles) => IsSignedIn;

    public FilterNode? WholeOf(Type entity) => null;

    public FilterNode? Of(Type entity) => entity == typeof(Book) ? Shown : null;
}
