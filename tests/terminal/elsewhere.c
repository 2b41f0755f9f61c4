/*
 * Preloaded, it says of every file that it lies on NFS: mounting one takes a server
 * and the rights of root. Only what statfs() answers is another; the rest is real.
 */
#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS

#include <string.h>
#include <sys/vfs.h>

#define NFS_SUPER_MAGIC 0x6969

int statfs(const char *path, struct statfs *fs)
{
	(void)path;
	memset(fs, 0, sizeof(*fs));
	fs->f_type = NFS_SUPER_MAGIC;
	return 0;
}

#ifdef __GLIBC__
int statfs64(const char *path, struct statfs64 *fs)
{
	(void)path;
	memset(fs, 0, sizeof(*fs));
	fs->f_type = NFS_SUPER_MAGIC;
	return 0;
}
#endif
